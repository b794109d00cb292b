# about = "a picture is kept in the graded notebook"
# shows = "image/png"
# everywhere = true
# %% last
import matplotlib.pyplot as plt

figure, axes = plt.subplots()
axes.plot([1, 2, 3])
plt.show()
