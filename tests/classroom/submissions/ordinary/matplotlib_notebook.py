# about = "answers below backends that need a window, which a kernel takes"
# shows = "needs a window or a widget"
# %% build
cell("00-1-answer")["source"] = "%matplotlib qt\n" + cell("00-1-answer")["source"]
cell("00-2-answer")["source"] = "%matplotlib notebook\n" + cell("00-2-answer")["source"]
cell("00-3-answer")["source"] = "import matplotlib\nmatplotlib.use('TkAgg')\n" + cell("00-3-answer")["source"]
cell("00-4-answer")["source"] = "%matplotlib widget\n" + cell("00-4-answer")["source"]
