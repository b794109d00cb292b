# about = "Shapley's formula over subsets, eigenvectors, least squares, Series and arrays of one element"
# kind = "right"
# %% 06-2-answer
complete = parts.dropna()
S = complete.cov().to_numpy()
alpha = np.array([5 / 4 * (1 - np.trace(S) / S.sum())])
alpha_without = pd.Series(
    {
        name: 4 / 3 * (1 - np.trace(T) / T.sum())
        for number, name in enumerate(complete)
        for T in [np.delete(np.delete(S, number, 0), number, 1)]
    }
)
# %% 06-3-answer
both_sides = {}
for name, whole in [("with", complete), ("without", complete.iloc[:, 1:])]:
    y = whole.mean(axis=1).to_numpy()
    X = np.column_stack([np.ones(len(y)), complete["satisfaction"]])
    rest = y - X @ np.linalg.lstsq(X, y, rcond=None)[0]
    both_sides[name] = 1 - rest.var() / y.var()
# %% 06-6-answer
P = case.given_matrix
inside = P.loc["trying":"trusting", "trying":"trusting"]
stay = pd.Series(np.linalg.solve(np.eye(3) - inside, np.ones(3)), index=inside.index)
two = P.loc[["trying", "returning"]].to_numpy()
b = np.linalg.solve(np.eye(2) - two[:, 1:3], two[:, 3])
conditioned = two[:, 1:3] * b / b[:, None]  # the chain of those who arrive
climb = pd.Series({"chance": b[0], "half_years": np.linalg.solve(np.eye(2) - conditioned, np.ones(2))[0]})
full = P.iloc[:4, :4].to_numpy().copy()
full[:, 0] += P["lost"].to_numpy()[:4]
values, vectors = np.linalg.eig(full.T)
one = np.real(vectors[:, np.argmin(abs(values - 1))])
steady = pd.Series(one / one.sum(), index=P.columns[:4])

# %% 06-7-answer
from itertools import combinations
from math import factorial


def contribution(correlations, driver):
    R = np.array(correlations, dtype=float)
    p = R.shape[0] - 1

    def r2(some):
        some = list(some)
        return float(R[p, some] @ np.linalg.inv(R[some][:, some]) @ R[some, p]) if some else 0.0

    others = [each for each in range(p) if each != driver]
    return sum(
        factorial(size) * factorial(p - 1 - size) / factorial(p) * (r2([*some, driver]) - r2(some))
        for size in range(p)
        for some in combinations(others, size)
    )
