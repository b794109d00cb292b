# about = "many pictures, and a library that warns of them"
# shows = "image/png"
# %% last
import seaborn as sns

for _ in range(3):
    sns.histplot(case.customers, x="birth_year")
    import matplotlib.pyplot as plt

    plt.show()
