# about = "calls of other programs are errors of their cells and nothing else"
# %% build
cells.append(code("%%bash\necho from bash"))
cells.append(code("!ls"))
cells.append(code("files = !ls\n%cd /\n%pwd"))
cells.append(code("%pip install numpy"))
cells.append(code("%%writefile mine.py\nx = 1"))
cells.append(code("%run mine.py"))
cells.append(code("%debug\n%pdb on"))
