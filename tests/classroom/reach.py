"""Ways to get at right answers from inside a notebook that is being graded; each prints STOLEN when it has one.

A way is code for one cell of assignment 00, after ``case`` was drawn.
"""

ROOM = "relmark_helpers.topics.start.assignment"

ALWAYS = "import sys, os, gc, importlib\nimport relmark_helpers as rm\nFOLDER = os.path.join(os.path.dirname(rm.__file__), 'topics', 'start', 'assignment')\n"

BY_IMPORT = {
    "from import": f"from {ROOM} import right\nprint('STOLEN', right.alone(case))",
    "import of the module": f"import {ROOM}.right as found\nprint('STOLEN', found.alone(case))",
    "an alias of the assignment": f"import {ROOM} as homework\nprint('STOLEN', homework.CHECKS['4'].right(case))",
    "from the topic": "from relmark_helpers.topics.start import assignment as a\nprint('STOLEN', a.CHECKS)",
    "an attribute of the topic": "print('STOLEN', rm.start.assignment.CHECKS)",
    "getattr in pieces": "print('STOLEN', getattr(getattr(rm.start, 'assign' + 'ment'), 'CHE' + 'CKS'))",
    "__import__ in pieces": "m = __import__('.'.join(['relmark_helpers', 'topics', 'start', 'assign' + 'ment', 'right']), fromlist=['x'])\nprint('STOLEN', m.alone(case))",
    "importlib": "m = importlib.import_module('relmark_helpers.topics.start.' + 'tnemngissa'[::-1] + '.right')\nprint('STOLEN', m.alone(case))",
    "a star": f"exec('from {ROOM} import *')\nprint('STOLEN', CHECKS)",
    "run as a script": f"import runpy\nprint('STOLEN', runpy.run_module('{ROOM}.right')['alone'](case))",
    "what was imported before": "m = [m for n, m in list(sys.modules.items()) if n.startswith('relmark') and '.assignment' in n]\nassert m\nprint('STOLEN', m)",
    "without our finder": f"sys.meta_path[:] = [f for f in sys.meta_path if 'grade' not in type(f).__module__]\nfrom {ROOM} import right\nprint('STOLEN', right.alone(case))",
    "without our finder, by importlib": f"sys.meta_path[:] = [f for f in sys.meta_path if 'grade' not in type(f).__module__]\nprint('STOLEN', importlib.import_module('{ROOM}.right').alone(case))",
    "a spec of one's own": "spec = importlib.util.spec_from_file_location('mine', os.path.join(FOLDER, 'right.py'))\nm = importlib.util.module_from_spec(spec)\nspec.loader.exec_module(m)\nprint('STOLEN', m.alone(case))",
    "the loader's source": "loader = importlib.machinery.SourceFileLoader('mine', os.path.join(FOLDER, 'right.py'))\nprint('STOLEN', loader.get_source('mine'))",
    "pkgutil": "import pkgutil\nprint('STOLEN', pkgutil.get_data('relmark_helpers.topics.start', 'assignment/right.py'))",
    "importlib.resources": "import importlib.resources as r\nprint('STOLEN', (r.files('relmark_helpers') / 'topics/start/assignment/right.py').read_text())",
}
BY_CASE = {
    "case.tasks": "print('STOLEN', case.tasks['4'].right(case))",
    "all of case.tasks": "print('STOLEN', {k: c.right(case) for k, c in case.tasks.items()})",
    "vars(case)": "print('STOLEN', vars(case)['tasks']['4'].right(case))",
    "fields of the case": "import dataclasses\nfor f in dataclasses.fields(case):\n    t = object.__getattribute__(case, f.name)\n    if f.name == 'tasks':\n        print('STOLEN', t['4'].right(case))",
    "a case of one's own": "from relmark_helpers.notebook import case as c\nd = c.draw('00', 'x', 'meridian-home') if hasattr(c, 'draw') else c._draw('00', 'x', 'meridian-home')\nprint('STOLEN', d.tasks['4'].right(case))",
    "rm.check as an oracle": "n = next(n for n in range(200) if rm.check(case, '4', n).outcome == 'right')\nprint('STOLEN', n)",
    "the unseen case's checks": "print('STOLEN', case.unseen().tasks['4'].right(case))",
}
BY_FILE = {
    "open": "print('STOLEN', open(os.path.join(FOLDER, 'right.py')).read())",
    "os.open": "print('STOLEN', os.read(os.open(os.path.join(FOLDER, 'right.py'), os.O_RDONLY), 100))",
    "a path with dots": "print('STOLEN', open(FOLDER + '/../../start/assignment/./right.py').read())",
    "/proc/self/root": "print('STOLEN', open('/proc/self/root' + FOLDER + '/right.py').read())",
    "what is compiled": "import glob, marshal\npaths = glob.glob(FOLDER + '/__pycache__/*.pyc') or [FOLDER + '/__pycache__/right.cpython-%d%d.pyc' % sys.version_info[:2]]\nprint('STOLEN', marshal.loads(open(paths[0], 'rb').read()[16:]))",
    "the folder's handle": "h = os.open(FOLDER, os.O_RDONLY)\nprint('STOLEN', os.read(os.open('right.py', os.O_RDONLY, dir_fd=h), 100))",
    "a link to the file": "os.symlink(FOLDER + '/right.py', 'mine.py')\nprint('STOLEN', open('mine.py').read())",
    "a link to the folder": "os.symlink(FOLDER, 'mine')\nsys.path.insert(0, os.getcwd())\nimport mine.right\nprint('STOLEN', mine.right.alone)",
    "a copy": "import shutil\nshutil.copytree(FOLDER, 'mine2')\nprint('STOLEN', open('mine2/right.py').read())",
    "a magic": "out = get_ipython().getoutput('cat ' + FOLDER + '/right.py')\nprint('STOLEN' if 'def alone' in str(out) else '')",
    "%load": "get_ipython().run_line_magic('load', FOLDER + '/right.py')\nprint('STOLEN' if 'def alone' in str(get_ipython().payload_manager.read_payload()) else '')",
    "inspect": "import inspect, linecache\nprint('STOLEN' if linecache.getlines(FOLDER + '/right.py') else '')",
    "a helper beside the notebook": "open('helper.py', 'w').write('from relmark_helpers.topics.start.assignment import right\\nfound = right.alone')\nsys.path.insert(0, os.getcwd())\nimport helper\nprint('STOLEN', helper.found(case))",
    "numpy": "import numpy\nprint('STOLEN', numpy.fromfile(FOLDER + '/right.py', dtype='u1')[:10])",
    "duckdb": "import duckdb\nprint('STOLEN', duckdb.sql(\"select content from read_text('\" + FOLDER + \"/right.py')\").fetchall()[0])",
    "the solution beside the library": "print('STOLEN', open(os.path.join(FOLDER, *['..'] * 4, 'solutions', '00_start_here', '00_start_here.ipynb')).read()[:100])",
    "the bank beside the library": "print('STOLEN', open(os.path.join(FOLDER, *['..'] * 4, 'tests', 'answers', '00_start_here', 'mistake_other_words.py')).read()[:100])",
    "a program of its own": "import subprocess\nprint('STOLEN' if b'def alone' in subprocess.run([sys.executable, '-c', 'print(open(%r).read())' % (FOLDER + '/right.py')], capture_output=True).stdout else '')",
}
BY_MEMORY = {
    "all objects": "found = [o for o in gc.get_objects() if type(o).__name__ in ('Check', 'Mistake') and type(o).__module__.startswith('relmark')]\nassert found\nprint('STOLEN', found)",
    "all functions": "import types\nfound = [o for o in gc.get_objects() if isinstance(o, types.FunctionType) and '.assignment' in (o.__module__ or '')]\nassert found\nprint('STOLEN', found)",
    "frames": "f = sys._getframe()\nwhile f:\n    for v in list(f.f_locals.values()) + list(f.f_globals.values()):\n        if '.assignment' in str(getattr(v, '__module__', '')):\n            print('STOLEN', v)\n    f = f.f_back",
    "own memory": """import re
# what stands behind it is compared turned round, or this would find itself
begins = re.compile(rb'This is k, the size of the (.{8})')
with open('/proc/self/maps') as maps, open('/proc/self/mem', 'rb', 0) as memory:
    for line in maps:
        a, b = (int(x, 16) for x in line.split()[0].split('-'))
        if 'r' in line.split()[1] and b - a < 1 << 28 and '[v' not in line:
            try:
                memory.seek(a)
                if any(found[::-1] == b'tsellams' for found in begins.findall(memory.read(b - a))):
                    print('STOLEN')
            except (OSError, ValueError, OverflowError):
                pass""",
    "the C library": "import ctypes\nc = ctypes.CDLL(None)\nh = c.open((FOLDER + '/right.py').encode(), 0)\nassert h >= 0\nb = ctypes.create_string_buffer(200)\nc.read(h, b, 199)\nprint('STOLEN', b.value)",
}
WAYS = BY_IMPORT | BY_CASE | BY_FILE | BY_MEMORY
