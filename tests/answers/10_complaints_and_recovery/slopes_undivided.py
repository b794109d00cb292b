# about = "leaves the slopes as they are, and adds shrinkage on top of the seats"
# kind = "mistake"
# lost = {"5" = 6, "6" = [0, 4]}
# says = {"5" = "These are the slopes; divide them by their sum"}
# %% 10-5-answer
names = ["distributive", "procedural", "interactional"]
design = np.column_stack([case.rated[names], np.ones(len(case.rated))])
justice = dict(zip(names, np.linalg.lstsq(design, case.rated["satisfaction"], rcond=None)[0]))
# %% 10-6-answer
# as in the reference
wait_chance = rm.complaints.model.erlang_c
numbers = [desk[name] for name in ["calls", "handling", "level", "target", "interval"]]
agents = rm.complaints.model.agents_needed(*numbers)
staff = {"agents": agents, "roster": np.ceil(agents * (1 + desk["shrinkage"]))}
