# about = "LaTeX, JSON, HTML, SVG, Markdown and errors in outputs"
# shows = "text/latex"
# %% last
from IPython.display import HTML, JSON, SVG, Javascript, Latex, Markdown, display

display(Latex("$x$"), JSON({"a": [1, None]}), HTML("<b>x</b>"), Markdown("*x*"), Javascript("alert(1)"))
display(SVG("<svg xmlns='http://www.w3.org/2000/svg'/>"))
1 / 0
