# about = "listens to every request and argument that comes from the grader"
# carries = ["tests", "hidden"]
# without_sandbox = "holds"
# %% before 00-1-answer
import gc

from relmark_helpers.classroom.grade.kernel.channel import Channel

heard = []
receive = Channel.receive


def listen(self, deadline=None):
    message, buffers = receive(self, deadline)
    heard.append(repr((message, buffers)))
    return message, buffers


Channel.receive = listen
# %% last
print("\n".join(heard))
