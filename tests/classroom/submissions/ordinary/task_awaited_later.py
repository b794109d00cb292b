# about = "one cell creates a task and the next awaits it, as in a kernel"
# %% before 00-3-answer
import asyncio


async def count():
    return int(case.customers["customer_id"].isin(case.orders["customer_id"]).sum())


counting = asyncio.create_task(count())
# %% before 00-3-check
buyers = await counting
# %% build
cell("00-3-answer")["source"] += "\nbuyers = None"
