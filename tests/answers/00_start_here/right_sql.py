# about = "the same in SQL, the results as numpy numbers and one-element Series"
# kind = "right"
# %% 00-2-answer
highest_mean = (
    rm.connect()
    .sql(f"""
    WITH months AS (
        SELECT date_trunc('month', ordered_on) AS month, count(*) AS n
        FROM orders WHERE branch_id = {case.branch} GROUP BY month
    ), means AS (
        SELECT avg(n) OVER (ORDER BY month ROWS {case.months - 1} PRECEDING) AS mean,
               row_number() OVER (ORDER BY month) AS place FROM months
    )
    SELECT max(mean) AS highest FROM means WHERE place >= {case.months}
""")
    .df()["highest"]
)
# %% 00-3-answer
import duckdb

orders, customers = case.orders, case.customers
buyers = duckdb.sql("SELECT count(DISTINCT customer_id) AS n FROM orders").df()["n"].iloc[0]
may_write = duckdb.sql(
    "SELECT count(DISTINCT customer_id) AS n FROM orders JOIN customers USING (customer_id) WHERE consent"
).df()["n"]
