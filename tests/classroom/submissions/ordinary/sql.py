# about = "answers by SQL"
# shows = "branch_id"
# %% last
rm.connect().sql("select branch_id from orders limit 3").df()
