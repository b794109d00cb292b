# about = "async and await, as notebooks allow them"
# shows = "awaited 3"
# %% last
import asyncio


async def later():
    await asyncio.sleep(0.01)
    return 3


print("awaited", await later())
