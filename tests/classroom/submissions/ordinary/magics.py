# about = "magics of IPython that need no other program"
# shows = "magics are there"
# %% build
cells.append(code("%%time\nx = sum(range(10))"))
cells.append(
    code(
        "%timeit -n 1 -r 1 1 + 1\n%who\n%matplotlib inline\n%load_ext autoreload\n%autoreload 2\n%precision 3"
    )
)
cells.append(code("%%capture kept\nprint('kept')"))
cells.append(code("assert kept.stdout == 'kept\\n', kept.stdout\nprint('magics', 'are', 'there')"))
