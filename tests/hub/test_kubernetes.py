"""The image of a learner's container and the values for Zero to JupyterHub, as far as they show without a cluster."""

import os
import re
import subprocess
from pathlib import Path

import jsonschema
import pytest
import yaml
from machine import OFFLINE, python_beside
from sample_course import CHECKOUT

FOLDER = CHECKOUT / "deploy" / "kubernetes"
VALUES = yaml.safe_load((FOLDER / "values.yaml").read_text(encoding="utf-8"))
DOCKERFILE = (FOLDER / "Dockerfile").read_text(encoding="utf-8")


def keys(**properties):
    """A mapping with these keys and no others, as the chart's own schema refuses a key that it does not know."""
    return {"type": "object", "additionalProperties": False, "properties": properties}


TRUE_OR_FALSE, NUMBER, WHOLE, TEXT = ({"type": kind} for kind in ("boolean", "number", "integer", "string"))
MEMORY = {"type": "string", "pattern": r"^\d+[KMGT]$"}
SWITCH = keys(enabled=TRUE_OR_FALSE)
# The keys that values.yaml uses, with their kinds, as values.schema.yaml of the chart (4.x) has them. The chart itself
# is in no registry of Python's, Debian's or Node's packages, so this stands in for its schema.
SCHEMA = keys(
    hub=keys(concurrentSpawnLimit=WHOLE),
    singleuser=keys(
        cmd=TEXT,
        defaultUrl=TEXT,
        startTimeout=WHOLE,
        uid=WHOLE,
        fsGid=WHOLE,
        memory=keys(guarantee=MEMORY, limit=MEMORY),
        cpu=keys(guarantee=NUMBER, limit=NUMBER),
        extraEnv={"type": "object", "additionalProperties": TEXT},
        storage=keys(capacity=TEXT, homeMountPath=TEXT),
        networkPolicy=keys(egressAllowRules=keys(nonPrivateIPs=TRUE_OR_FALSE)),
    ),
    scheduling=keys(
        userScheduler=SWITCH,
        podPriority=SWITCH,
        userPlaceholder=keys(enabled=TRUE_OR_FALSE, replicas=WHOLE),
    ),
    prePuller=keys(hook=SWITCH, continuous=SWITCH),
    cull=keys(enabled=TRUE_OR_FALSE, timeout=WHOLE, every=WHOLE),
    proxy=keys(https=SWITCH),
)


def test_values_have_only_keys_and_kinds_that_the_chart_knows():
    jsonschema.Draft7Validator(SCHEMA).validate(VALUES)


def test_values_image_and_recipe_speak_of_the_same_things():
    one = VALUES["singleuser"]
    assert f'CMD ["{one["cmd"]}"]' in DOCKERFILE
    assert f"--home-dir {one['storage']['homeMountPath']} --uid {one['uid']}" in DOCKERFILE
    assert f"USER {one['uid']}" in DOCKERFILE
    assert (CHECKOUT / "deploy" / "hub" / one["cmd"]).stat().st_mode & 0o111
    page = one["defaultUrl"].removeprefix("/lab/tree/")
    assert (CHECKOUT / page).is_file()


def test_no_layer_of_the_image_is_a_copy_of_the_repository():
    assert re.findall(r"^(?:COPY|ADD)\b.*", DOCKERFILE, re.MULTILINE) == []
    assert "--mount=type=bind,source=.,target=/course,rw /course/deploy/kubernetes/recipe" in DOCKERFILE


def test_binder_follows_the_same_recipe():
    binder = CHECKOUT / "binder"
    assert "exec deploy/kubernetes/recipe" in (binder / "postBuild").read_text()
    assert (binder / "postBuild").stat().st_mode & 0o111
    python = (binder / "runtime.txt").read_text().strip().removeprefix("python-")
    assert f"FROM python:{python}-slim" in DOCKERFILE


@pytest.mark.slow
def test_recipe_puts_the_course_into_a_python_and_no_solution(tmp_path):
    """For real, but that what the course stands on is taken from here: to install it takes minutes."""
    python = python_beside(tmp_path / "image")
    environment = os.environ | OFFLINE | {"HOME": str(tmp_path)}
    environment.pop("PYTHONPATH", None)
    done = subprocess.run(
        [FOLDER / "recipe", python], cwd=tmp_path, env=environment, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    site = next((tmp_path / "image").glob("lib/python*/site-packages"))
    names = {path.relative_to(site).as_posix() for path in (site / "relmark_helpers").rglob("*")}
    assert "relmark_helpers/_course/chapters/00_start_here.ipynb" in names
    assert "relmark_helpers/_course/exercises/04_satisfaction/04_satisfaction.ipynb" in names
    assert [name for name in names if "solutions" in Path(name).parts or "tests/answers" in name] == []
    assert (tmp_path / "image" / "bin" / "start-learner").stat().st_mode & 0o111
    assert (tmp_path / "image" / "etc" / "jupyter" / "labconfig" / "page_config.json").is_file()
