# about = "widgets and explorers do not hang grading"
# told = []
# %% last
import ipywidgets as widgets
from IPython.display import display

display(widgets.interact(lambda x: x, x=(0, 10)))
box = widgets.VBox([widgets.IntSlider(), widgets.Output()])
with box.children[1]:
    print("inside")
box
