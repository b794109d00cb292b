"""A learner's server on the Hub; JupyterHub's settings come on top."""

c = get_config()

# What nobody uses gives its memory back: a kernel after an hour, the server half an hour after its last kernel.
c.MappingKernelManager.cull_idle_timeout = 60 * 60
c.MappingKernelManager.cull_connected = True
c.ServerApp.shutdown_no_activity_timeout = 90 * 60

# Formgrader is the instructors'; `labconfig/` takes it out of the menu.
c.ServerApp.jpserver_extensions = {"nbgrader.server_extensions.formgrader": False}
