# about = "displays that are updated and cleared"
# shows = "second state"
# %% last
from IPython.display import clear_output, display, update_display

display("gone")
clear_output()
handle = display("first state", display_id="one")
update_display("second state", display_id="one")
clear_output(wait=True)
display("second state")
