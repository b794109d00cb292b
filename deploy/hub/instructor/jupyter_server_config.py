"""The instructors' JupyterLab in the course folder; JupyterHub's settings come on top."""

c = get_config()

# JupyterHub forbids all frames; formgrader is one, in the page that it comes from.
c.ServerApp.tornado_settings = {"headers": {"Content-Security-Policy": "frame-ancestors 'self'"}}
