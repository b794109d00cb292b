# about = "gives an index to surveys in which a component is missing"
# kind = "mistake"
# lost = {"1" = 3}
# says = {"1" = "An answer that lacks a component has no index here"}
# %% 06-1-answer
three = case.surveys[[f"overall_satisfaction_{number}" for number in (1, 2, 3)]].astype(float)
parts = pd.DataFrame({"satisfaction": three.mean(axis=1).where(three.notna().sum(axis=1) >= 2)})
for name in ["initiative", "repurchase", "recommendation", "resistance"]:
    parts[name] = case.surveys[f"loyalty_{name}"].astype(float)
index = parts.mean(axis=1).to_frame("index")
