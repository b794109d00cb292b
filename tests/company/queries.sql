-- The questions of chapter 08 as SQL that DuckDB and PostgreSQL answer alike, on tables and on Parquet files.
-- Every row of every answer has its place: ORDER BY, and ties broken by a key.

-- name: rfm
-- Recency, frequency, money of every customer who ever ordered, and their fifths (5 is best).
WITH bought AS (
    SELECT o.customer_id, max(o.ordered_on) AS last_order, count(DISTINCT o.order_id) AS frequency,
           sum(l.price_paid) AS monetary
    FROM orders o JOIN order_lines l ON l.order_id = o.order_id
    GROUP BY o.customer_id
), today AS (
    SELECT max(ordered_on) AS today FROM orders
)
SELECT customer_id, today - last_order AS recency_days, frequency, monetary,
       ntile(5) OVER (ORDER BY last_order, customer_id) AS r,
       ntile(5) OVER (ORDER BY frequency, customer_id) AS f,
       ntile(5) OVER (ORDER BY monetary, customer_id) AS m
FROM bought CROSS JOIN today
ORDER BY customer_id;

-- name: five_groups
-- At the end of each month, everybody who has ordered so far is in one of five groups. New: ordered for the
-- first time this month. Trier: only then, up to six months ago. Switcher: came back this month after more
-- than six. Quitter: has not ordered for more than six. Existing: all others. What is bought from rivals is
-- not in the tables, so a switcher is known by the return alone. Months are counted as year * 12 + month.
WITH bought AS (
    SELECT DISTINCT customer_id,
           CAST(extract(year FROM ordered_on) * 12 + extract(month FROM ordered_on) AS INTEGER) AS month
    FROM orders
), spells AS (
    SELECT customer_id, month,
           lag(month) OVER (PARTITION BY customer_id ORDER BY month) AS before,
           lead(month) OVER (PARTITION BY customer_id ORDER BY month) AS next
    FROM bought
), calendar AS (
    SELECT DISTINCT month FROM bought
), begun AS (
    SELECT min(ordered_on) AS day FROM orders
), grouped AS (
    SELECT calendar.month,
           CASE WHEN calendar.month - spells.month > 6 THEN 'quitter'
                WHEN spells.before IS NULL AND c.joined >= begun.day AND calendar.month = spells.month THEN 'new'
                WHEN spells.before IS NULL AND c.joined >= begun.day THEN 'trier'
                WHEN calendar.month = spells.month AND spells.month - spells.before > 6 THEN 'switcher'
                ELSE 'existing' END AS standing
    FROM spells
    JOIN customers c ON c.customer_id = spells.customer_id
    JOIN calendar ON calendar.month >= spells.month
                 AND (spells.next IS NULL OR calendar.month < spells.next)
    CROSS JOIN begun
)
SELECT month, standing, count(*) AS customers
FROM grouped
GROUP BY month, standing
ORDER BY month, standing;

-- name: order_gaps
-- Days between one order of a customer and the next, by the segment in the CRM.
WITH gaps AS (
    SELECT customer_id,
           ordered_on - lag(ordered_on) OVER (PARTITION BY customer_id ORDER BY ordered_on, order_id) AS days
    FROM orders
)
SELECT c.crm_segment, count(*) AS gaps, avg(g.days) AS mean_days,
       percentile_cont(0.5) WITHIN GROUP (ORDER BY g.days) AS median_days
FROM gaps g JOIN customers c ON c.customer_id = g.customer_id
WHERE g.days IS NOT NULL
GROUP BY c.crm_segment
ORDER BY c.crm_segment;

-- name: cohort_retention
-- Of those who joined in one quarter, the share who ordered in each quarter since (counted as year * 4 + quarter).
WITH joined AS (
    SELECT customer_id,
           CAST(extract(year FROM joined) * 4 + extract(quarter FROM joined) AS INTEGER) AS cohort
    FROM customers
    WHERE joined >= (SELECT min(ordered_on) FROM orders)
), sizes AS (
    SELECT cohort, count(*) AS customers FROM joined GROUP BY cohort
), bought AS (
    SELECT DISTINCT customer_id,
           CAST(extract(year FROM ordered_on) * 4 + extract(quarter FROM ordered_on) AS INTEGER) AS quarter
    FROM orders
)
SELECT j.cohort, b.quarter - j.cohort AS quarters_since, count(*) AS buyers,
       1.0 * count(*) / min(s.customers) AS share
FROM joined j
JOIN bought b ON b.customer_id = j.customer_id
JOIN sizes s ON s.cohort = j.cohort
GROUP BY j.cohort, b.quarter - j.cohort
ORDER BY j.cohort, quarters_since;

-- name: spending_by_fifth
-- What each fifth of the buyers spends; the first one spends most.
WITH spent AS (
    SELECT o.customer_id, sum(l.price_paid) AS spending
    FROM orders o JOIN order_lines l ON l.order_id = o.order_id
    GROUP BY o.customer_id
), ranked AS (
    SELECT spending, ntile(5) OVER (ORDER BY spending DESC, customer_id) AS fifth FROM spent
)
SELECT fifth, count(*) AS customers, sum(spending) AS spending,
       1.0 * sum(spending) / (SELECT sum(spending) FROM spent) AS share
FROM ranked
GROUP BY fifth
ORDER BY fifth;

-- name: return_after_complaint
-- How many of those who complained ordered again within 90 days of the end of the case, by how it ended.
-- Cases that ended in the last 90 days are left out: what came of them is not known yet.
SELECT c.outcome, count(*) AS complaints,
       avg(CASE WHEN EXISTS (
               SELECT 1 FROM orders o
               WHERE o.customer_id = c.customer_id AND o.ordered_on > c.closed AND o.ordered_on <= c.closed + 90
           ) THEN 1.0 ELSE 0.0 END) AS returned
FROM complaints c
WHERE c.closed + 90 <= (SELECT max(ordered_on) FROM orders)
GROUP BY c.outcome
ORDER BY c.outcome;

-- name: points_balance
-- The balance of each member's points now, and the lowest it ever was.
WITH running AS (
    SELECT customer_id, points,
           sum(points) OVER (PARTITION BY customer_id ORDER BY entered_on, entry_id
                             ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS balance
    FROM points_ledger
)
SELECT customer_id, count(*) AS entries, sum(points) AS balance, min(balance) AS lowest
FROM running
GROUP BY customer_id
ORDER BY customer_id;

-- name: response_rates
-- How many of those invited answered, by how they were asked.
SELECT method, count(*) AS invited, sum(CASE WHEN answered THEN 1 ELSE 0 END) AS answered,
       avg(CASE WHEN answered THEN 1.0 ELSE 0.0 END) AS rate
FROM survey_invitations
GROUP BY method
ORDER BY method;

-- name: referral_chains
-- The twenty customers who brought most others, directly or through those they brought, over how many steps.
WITH RECURSIVE chain AS (
    SELECT customer_id, customer_id AS origin, 0 AS steps FROM customers WHERE referred_by IS NULL
    UNION ALL
    SELECT c.customer_id, chain.origin, chain.steps + 1
    FROM customers c JOIN chain ON c.referred_by = chain.customer_id
)
SELECT origin, count(*) - 1 AS brought, max(steps) AS steps
FROM chain
GROUP BY origin
HAVING count(*) > 1
ORDER BY brought DESC, origin
LIMIT 20;

-- name: branch_profit
-- Each branch's profit and loss by year, and its place in that year.
WITH years AS (
    SELECT CAST(extract(year FROM month) AS INTEGER) AS year, branch_id,
           sum(revenue) AS revenue,
           sum(product_cost) AS product_cost,
           sum(contact_cost + complaint_cost + programme_cost + acquisition_cost) AS relationship_cost,
           sum(staff_cost + fixed_cost) AS standing_cost,
           sum(profit) AS profit
    FROM branch_months
    GROUP BY CAST(extract(year FROM month) AS INTEGER), branch_id
)
SELECT y.year, b.city_en, y.revenue, y.product_cost, y.relationship_cost, y.standing_cost, y.profit,
       rank() OVER (PARTITION BY y.year ORDER BY y.profit DESC) AS place
FROM years y JOIN branches b ON b.branch_id = y.branch_id
ORDER BY y.year, place, b.city_en;

-- name: target_list
-- Whom to write to for 2,000 CNY at 4.50 CNY a letter: the best customers of the last year, among those who
-- agreed on joining and whose every record in the CRM still says yes (a withdrawal stands only there).
WITH today AS (
    SELECT max(ordered_on) AS today FROM orders
), willing AS (
    SELECT c.customer_id
    FROM customers c JOIN crm_export e ON e.customer_id = c.customer_id
    WHERE c.consent
    GROUP BY c.customer_id
    HAVING sum(CASE WHEN e.consent IN ('yes', 'Y', '是', '1', 'true') THEN 0 ELSE 1 END) = 0
), spent AS (
    SELECT o.customer_id, sum(l.price_paid) AS spending
    FROM orders o
    JOIN order_lines l ON l.order_id = o.order_id
    JOIN willing w ON w.customer_id = o.customer_id
    CROSS JOIN today
    WHERE o.ordered_on > today.today - 365
    GROUP BY o.customer_id
), priced AS (
    SELECT customer_id, spending, 4.50 * row_number() OVER (ORDER BY spending DESC, customer_id) AS cost_so_far
    FROM spent
)
SELECT customer_id, spending, cost_so_far
FROM priced
WHERE cost_so_far <= 2000
ORDER BY cost_so_far;

-- name: crm_duplicates
-- Pairs of CRM records that may be the same customer: the same telephone, and the same year of birth as far
-- as both say it (the two of a household share a telephone); or the same address but for capitals.
WITH records AS (
    SELECT crm_id, lower(email) AS email,
           right(regexp_replace(telephone, '[^0-9]', '', 'g'), 8) AS telephone,
           right(regexp_replace(birth_year, '[^0-9]', '', 'g'), 2) AS born
    FROM crm_export
), pairs AS (
    SELECT a.crm_id AS first, b.crm_id AS second
    FROM records a JOIN records b ON b.telephone = a.telephone AND b.crm_id > a.crm_id
    WHERE a.born = b.born
    UNION
    SELECT a.crm_id, b.crm_id
    FROM records a JOIN records b ON b.email = a.email AND b.crm_id > a.crm_id
)
SELECT first, second FROM pairs ORDER BY first, second;

-- name: campaign_effect
-- The share of those treated, and of those not, who ordered while the campaign ran.
SELECT a.campaign_id, a.treated, count(*) AS customers,
       avg(CASE WHEN EXISTS (
               SELECT 1 FROM orders o
               WHERE o.customer_id = a.customer_id AND o.ordered_on >= c.starts AND o.ordered_on <= c.ends
           ) THEN 1.0 ELSE 0.0 END) AS ordered
FROM campaign_assignments a JOIN campaigns c ON c.campaign_id = a.campaign_id
GROUP BY a.campaign_id, a.treated
ORDER BY a.campaign_id, a.treated;
