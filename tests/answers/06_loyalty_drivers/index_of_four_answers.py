# about = "leaves overall satisfaction out of the index of five"
# kind = "mistake"
# lost = {"1" = 5}
# says = {"1" = "This index lacks its first component"}
# %% 06-1-answer
three = case.surveys[[f"overall_satisfaction_{number}" for number in (1, 2, 3)]].astype(float)
parts = pd.DataFrame({"satisfaction": three.mean(axis=1).where(three.notna().sum(axis=1) >= 2)})
for name in ["initiative", "repurchase", "recommendation", "resistance"]:
    parts[name] = case.surveys[f"loyalty_{name}"].astype(float)
four = parts.drop(columns="satisfaction")
index = four.mean(axis=1).where(parts.notna().all(axis=1)).to_frame("index")
