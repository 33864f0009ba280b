"""The plugin API: add, replace, wrap, order, disable, block, and what happens when something is wrong."""

from __future__ import annotations

import sys
import warnings
from importlib.metadata import EntryPoint
from typing import ClassVar

import pytest
import spacy
from attrs import evolve, frozen

import newsfacts
from newsfacts import (
    Article,
    Claim,
    FactError,
    Kinds,
    NoPipelineError,
    PlanError,
    PluginConflict,
    PluginWarning,
    Quotation,
    SettingsError,
    StepError,
    UnknownFact,
    Writer,
    hookimpl,
    planning,
    plugins,
)
from tests.core.makers import (
    AddsShouts,
    Casualty,
    Failing,
    Giving,
    Hurt,
    Shouters,
    Shouts,
    blank,
    mention,
    nlp,
    pointing_nowhere,
)

TEXT = "He shouted STOP before anybody was injured."


def shouted(article: Article) -> list[str]:
    return [article[quotation.span] for quotation in article.quotations]


def test_a_plugin_adds_a_step() -> None:
    pipeline = newsfacts.load(nlp(), plugins=[AddsShouts()], installed=False, only=["acme.shouts"])
    [quotation] = pipeline(TEXT).quotations
    assert (quotation.by, quotation.rule) == ("acme.shouts", "capitals")


def test_a_step_that_needs_facts_runs_after_the_step_that_gives_them() -> None:
    for extractors in ((Shouts(), Shouters()), (Shouters(), Shouts())):
        pipeline = blank(*extractors)
        assert [step.name for step in pipeline.steps] == ["acme.shouts", "acme.shouters"]
        assert len(pipeline(TEXT).claims) == 1


def test_a_need_that_nobody_gives_is_named() -> None:
    with pytest.raises(PlanError, match=r"step 'acme.shouters' of .* needs 'quotation' facts"):
        blank(Shouters())


def test_needs_in_a_circle_are_named() -> None:
    @frozen
    class Answers(Shouts):
        name: ClassVar[str] = "acme.answers"
        needs = frozenset({Claim})

    with pytest.raises(PlanError, match=r"circle: .*acme\.(answers|shouters) -> acme\.(answers|shouters)"):
        blank(Shouters(), Answers())


@frozen
class Quiet(Shouts):
    """No shouts at all, in the place of the step that finds them."""

    name: ClassVar[str] = "acme.quiet"
    replaces: ClassVar[str | None] = "acme.shouts"

    def extract(self, reading):
        return iter(())


def test_a_plugin_takes_the_place_of_a_step() -> None:
    pipeline = blank(Shouts(), Shouters()).adding(Quiet())
    assert [step.name for step in pipeline.steps] == ["acme.quiet", "acme.shouters"]
    assert pipeline(TEXT).facts == ()


def test_two_plugins_that_replace_one_step_are_both_named() -> None:
    @frozen
    class Calm(Quiet):
        name: ClassVar[str] = "acme.calm"

    with pytest.raises(PluginConflict, match=r"'acme.shouts' is replaced twice: by 'acme.quiet' .* 'acme.calm'"):
        planning.plan([newsfacts.Step(e) for e in (Shouts(), Quiet(), Calm())])


def test_two_steps_of_one_name_are_a_conflict() -> None:
    with pytest.raises(PluginConflict, match="two steps are called 'acme.shouts'"):
        blank(Shouts(), Shouts(5))


def test_a_pipeline_with_a_replaced_step_can_be_changed_again() -> None:
    pipeline = blank(Shouts()).adding(Quiet()).adding(Hurt())
    assert [step.name for step in pipeline.steps] == ["acme.casualties", "acme.quiet"]
    assert [step.name for step in pipeline.without("acme.shouts").steps] == ["acme.casualties"]


def test_replacing_a_step_that_is_not_there_is_an_error() -> None:
    with pytest.raises(PlanError, match="replaces 'acme.shouts', but there is no such step"):
        blank(Quiet())


class Louder:
    """A wrapper that drops short shouts and notes the rest."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    @hookimpl(wrapper=True)
    def newsfacts_run(self, step, reading):
        facts = yield
        self.seen.append(step.name)
        return tuple(evolve(fact, rule="loud") for fact in facts if len(fact.span) > 4)


def test_a_plugin_wraps_the_run_of_every_step() -> None:
    wrapper = Louder()
    pipeline = blank(Shouts(), plugins=[wrapper])
    [quotation] = pipeline("STOP or SHOUT.").quotations
    assert (quotation.rule, quotation.by, wrapper.seen) == ("loud", "acme.shouts", ["acme.shouts"])


class Guard:
    """A wrapper that turns the failure of a step into no facts."""

    @hookimpl(wrapper=True)
    def newsfacts_run(self, step):
        try:
            return (yield)
        except ZeroDivisionError:
            return ()


def test_a_wrapper_guards_a_failing_step() -> None:
    assert blank(Failing(), plugins=[Guard()])(TEXT).facts == ()


def test_a_step_is_left_out_by_name() -> None:
    assert blank(Shouts()).without("acme.shouts").steps == ()
    with pytest.raises(PlanError, match="no step 'shots' to leave out; steps: acme.shouts"):
        blank(Shouts()).without("shots")


def test_a_step_that_is_to_be_kept_must_be_there() -> None:
    with pytest.raises(PlanError, match="no step 'shots' to keep; steps: .*acme.shouts, .*blocks"):
        newsfacts.load(nlp(), plugins=[AddsShouts()], installed=False, only=["acme.shouts", "shots"])


def test_what_is_done_on_errors_is_one_of_two() -> None:
    with pytest.raises(SettingsError, match="on_error: expected one of raise, record, not 'ignore'"):
        blank(on_error="ignore")


def test_a_step_is_left_out_by_settings() -> None:
    pipeline = newsfacts.load(
        nlp(),
        plugins=[AddsShouts()],
        installed=False,
        only=["acme.shouts"],
        settings={"acme.shouts": {"enabled": False}},
    )
    assert pipeline.steps == ()


def test_settings_change_facts() -> None:
    assert shouted(blank(Shouts())("STOP THE BUS")) == ["STOP", "THE", "BUS"]
    assert shouted(blank(Shouts()).with_settings("acme.shouts", least=4)("STOP THE BUS")) == ["STOP"]


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"leest": 4}, r"extra fields found \(leest\) @ steps\.acme\.shouts"),
        ({"least": "four"}, r"expected int, not 'four' @ steps\.acme\.shouts\.least"),
        ({"least": True}, r"expected int, not True @ steps\.acme\.shouts\.least"),
        ({"least": 0}, r"must be >= 1.* @ steps\.acme\.shouts"),
    ],
)
def test_a_wrong_setting_is_named_with_its_path(settings, message) -> None:
    with pytest.raises(SettingsError, match=message):
        blank(Shouts()).with_settings("acme.shouts", **settings)


def test_settings_are_read_from_a_file(tmp_path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('[steps."acme.shouts"]\nleast = 4\n', "utf-8")
    pipeline = newsfacts.load(nlp(), plugins=[AddsShouts()], installed=False, only=["acme.shouts"], settings=file)
    assert shouted(pipeline("STOP THE BUS")) == ["STOP"]


def test_a_settings_file_with_an_unknown_table_is_an_error(tmp_path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("[step.stance]\n", "utf-8")
    with pytest.raises(SettingsError, match="unknown table 'step'"):
        newsfacts.load(nlp(), installed=False, only=[], settings=file)


def test_a_failing_step_raises_with_its_name_and_cause() -> None:
    with pytest.raises(StepError, match=r"step 'acme.failing' of .* failed on record 'a1': ZeroDivisionError") as info:
        blank(Failing())(TEXT, id="a1")
    assert isinstance(info.value.__cause__, ZeroDivisionError)


def test_a_failing_step_is_recorded_and_the_others_go_on() -> None:
    pipeline = blank(Failing(), Hurt(), Shouters(), on_error="record")
    article = pipeline(TEXT, id="a1")
    assert [type(fact) for fact in article.facts] == [Casualty]
    first, second = sorted(article.problems, key=lambda problem: problem.step)
    assert (first.step, first.record, "ZeroDivisionError" in first.message) == ("acme.failing", "a1", True)
    assert (second.step, second.message) == ("acme.shouters", "not run, because step 'acme.failing' failed")


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        ((Quotation(span=newsfacts.Span(0, 2), marks="none"),), "gave a 'quotation' but declares only entity, mention"),
        ((mention(0, 99),), r"gave mention@0:99 with the span 0:99, but the text has 43 characters"),
        ((mention(0, 2), evolve(mention(0, 2), form="PRO")), "gave two facts with the id mention@0:2"),
        ((pointing_nowhere(),), "gave entity@0:2, which refers to mention@90:95, but there is no such fact"),
    ],
)
def test_a_wrong_fact_is_blamed_on_its_step(facts, message) -> None:
    with pytest.raises(FactError, match=rf"step 'acme.giving' of .* {message}"):
        blank(Giving(facts))(TEXT)


def test_a_step_that_reads_what_the_parser_does_not_give_is_refused() -> None:
    @frozen
    class Parsed(Shouts):
        reads: ClassVar[frozenset[str]] = frozenset({"dep"})

    with pytest.raises(NoPipelineError, match=r"step 'acme.shouts' .* reads dep, .* gives only tokens"):
        blank(Parsed())


def test_a_kind_that_is_not_installed_is_kept_whole() -> None:
    line = blank(Hurt())(TEXT).to_json()
    stranger = Article.from_json(line)
    [fact] = stranger.facts
    assert isinstance(fact, UnknownFact)
    assert stranger[fact.span] == "injured"
    assert stranger.to_json() == line
    again = Article.from_json(stranger.to_json(), kinds=[Casualty])
    assert again == blank(Hurt())(TEXT)
    assert again.all(Casualty)[0].fate == "injured"


def test_two_kinds_of_one_name_are_a_conflict() -> None:
    @frozen(kw_only=True)
    class Other(newsfacts.Fact):
        kind: ClassVar[str] = "acme.casualty"

    with pytest.raises(PluginConflict, match="two kinds are called 'acme.casualty'.*; rename one"):
        plugins.installed_kinds([Casualty, Other])

    @frozen
    class Others(Shouts):
        name: ClassVar[str] = "acme.others"
        gives: ClassVar[Kinds] = frozenset({Other})

    with pytest.raises(PluginConflict, match=r"Casualty, given by step 'acme.casualties' of .*Other, given by step"):
        blank(Hurt(), Others())


def test_two_distributions_with_kinds_of_one_name_are_both_named(monkeypatch, tmp_path) -> None:
    for name in ("acme-news", "acme-sports"):
        folder = tmp_path / f"{name.replace('-', '_')}-1.0.dist-info"
        folder.mkdir()
        (folder / "METADATA").write_text(f"Name: {name}\nVersion: 1.0\n", "utf-8")
        module = name.replace("-", "_")
        (folder / "entry_points.txt").write_text(f"[newsfacts.kinds]\nacme.score = {module}:Score\n", "utf-8")
        (tmp_path / f"{module}.py").write_text(
            'import newsfacts\nclass Score(newsfacts.Fact):\n    kind = "acme.score"\n'
        )
    monkeypatch.syspath_prepend(str(tmp_path))
    both = "acme_news.Score of acme-news 1.0 and acme_sports.Score of acme-sports 1.0; .*NEWSFACTS_BLOCK=acme-sports"
    with pytest.raises(PluginConflict, match=f"two kinds are called 'acme.score': {both}"):
        plugins.installed_kinds()
    monkeypatch.setenv("NEWSFACTS_BLOCK", "acme-sports")
    assert plugins.installed_kinds()["acme.score"].__module__ == "acme_news"


@pytest.fixture
def installed(monkeypatch, tmp_path):
    """Two installed plugins: one that works, one that fails when it is imported."""
    (tmp_path / "acme_good.py").write_text(
        "from newsfacts import hookimpl\nfrom tests.core.makers import Shouts\n\n"
        "@hookimpl\ndef newsfacts_extractors():\n    return [Shouts()]\n",
        "utf-8",
    )
    (tmp_path / "acme_broken.py").write_text("import a_module_that_is_not_there\n", "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    points = {
        "newsfacts": [
            EntryPoint("acme-good", "acme_good", "newsfacts"),
            EntryPoint("acme-broken", "acme_broken", "newsfacts"),
        ]
    }
    monkeypatch.setattr(plugins, "entry_points", lambda group: points.get(group, []))
    yield
    sys.modules.pop("acme_good", None)


@pytest.mark.usefixtures("installed")
def test_a_broken_plugin_is_skipped_with_a_warning() -> None:
    with pytest.warns(PluginWarning, match="plugin 'acme-broken' .* skipped: ModuleNotFoundError"):
        found = plugins.find()
    assert [plugin.name for plugin in found.members] == ["newsfacts", "acme-good"]


@pytest.mark.usefixtures("installed")
def test_plugins_are_blocked_by_name_and_by_environment(monkeypatch) -> None:
    monkeypatch.setenv("NEWSFACTS_BLOCK", "acme-broken")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert [p.name for p in plugins.find(block=["acme-good"]).members] == ["newsfacts"]


def test_a_misspelt_hook_is_an_error() -> None:
    class Misspelt:
        @hookimpl
        def newsfacts_extractor(self):
            return []

    with pytest.raises(PluginConflict, match="unknown hook 'newsfacts_extractor'"):
        plugins.find(given=[Misspelt()], installed=False)


def test_a_hook_that_gives_no_extractor_is_an_error() -> None:
    class Wrong:
        @hookimpl
        def newsfacts_extractors(self):
            return ["shouts"]

    with pytest.raises(PluginConflict, match="str of .* is no Extractor"):
        plugins.find(given=[Wrong()], installed=False).steps()


class Hooked:
    """A plugin with one hook that gives what it is told to."""

    def __init__(self, given: object) -> None:
        self.given = given

    def give(self) -> object:
        if isinstance(self.given, Exception):
            raise self.given
        return self.given


class HookedFormats(Hooked):
    @hookimpl
    def newsfacts_formats(self):
        return self.give()


class HookedSteps(Hooked):
    @hookimpl
    def newsfacts_extractors(self):
        return self.give()


@pytest.mark.parametrize(
    ("plugin", "message"),
    [
        (
            HookedSteps(KeyError("boom")),
            "plugin 'HookedSteps#0' of this program, newsfacts_extractors: KeyError: 'boom'",
        ),
        (HookedSteps(Shouts()), "plugin 'HookedSteps#0' .* newsfacts_extractors: TypeError: .* not iterable"),
        (
            HookedFormats(["json"]),
            "plugin 'HookedFormats#0' of this program gave a str where a Reader or Writer is due",
        ),
        (HookedFormats([Writer(name="json", write=str)]), "two writers are called 'json': of plugin 'newsfacts' .*#0'"),
        (Shouts(), r"plugin 'Shouts#0' of this program has no hooks; an extractor is added by pipeline\.adding"),
    ],
)
def test_a_plugin_that_gives_the_wrong_thing_is_named(plugin, message) -> None:
    with pytest.raises(PluginConflict, match=message):
        newsfacts.load(nlp(), only=[], plugins=[plugin], installed=False).plugins.writers()


class Forgetting:
    """A wrapper that returns nothing."""

    @hookimpl(wrapper=True)
    def newsfacts_run(self):
        yield


def test_a_wrapper_that_forgets_the_facts_is_told() -> None:
    with pytest.raises(
        FactError, match="newsfacts_run gave None for step 'acme.shouts'; a wrapper must return the fac"
    ):
        blank(Shouts(), plugins=[Forgetting()])(TEXT)


def test_where_a_step_fails_those_who_wrap_it_are_named() -> None:
    with pytest.raises(
        StepError, match="'acme.failing' of .*, wrapped by plugin 'Louder#0' of this program, failed: Z"
    ):
        blank(Failing(), plugins=[Louder()])(TEXT)


@frozen(kw_only=True)
class Rebuilt(newsfacts.Fact):
    kind: ClassVar[str] = "acme.rebuilt"

    by: str = ""


class Bare(newsfacts.Fact):
    kind: ClassVar[str] = "acme.bare"


@frozen(kw_only=True)
class Undotted(newsfacts.Fact):
    kind: ClassVar[str] = "undotted"


@pytest.mark.parametrize(
    ("declared", "message"),
    [
        ({"name": ""}, "has no name; set name ="),
        ({"gives": {Casualty}}, "gives must be a frozenset of kinds of facts, not {<class"),
        ({"gives": frozenset()}, "it gives nothing"),
        ({"gives": frozenset({Rebuilt})}, "the kind Rebuilt that it gives has a field 'by', which every fact has"),
        ({"gives": frozenset({Bare})}, "the kind Bare that it gives is no attrs class; decorate it with @attrs.frozen"),
        ({"gives": frozenset({Undotted})}, "the kind Undotted that it gives is called 'undotted'; .* with a dot"),
        ({"reads": "tag"}, "reads must be a frozenset of names, .* not 'tag'"),
        ({"consults": frozenset({"tags"})}, "consults 'tags', but can only read dep, ent"),
    ],
)
def test_a_wrong_declaration_is_told(declared, message) -> None:
    wrong = frozen(type("Wrong", (Shouts,), {"__module__": __name__, **declared}))
    with pytest.raises(PluginConflict, match=rf"Wrong of {__name__}:? {message}"):
        blank(wrong())


def test_a_class_in_the_place_of_an_extractor_is_told() -> None:
    with pytest.raises(PluginConflict, match=r"Shouts is a class; give an instance: Shouts\(\)"):
        blank(Shouts)


def test_a_step_that_gives_no_facts_at_all_is_told() -> None:
    @frozen
    class Forgetful(Shouts):
        def extract(self, reading):
            return None

    with pytest.raises(
        FactError, match="step 'acme.shouts' of .* gave None; extract must yield facts or return several"
    ):
        blank(Forgetful())(TEXT)


def test_no_pipeline_is_changed_by_making_another() -> None:
    first = blank(Shouts())
    first.without("acme.shouts")
    first.with_settings("acme.shouts", least=9)
    assert [step.name for step in first.steps] == ["acme.shouts"]
    assert shouted(first("STOP")) == ["STOP"]


def test_replacing_by_name() -> None:
    @frozen
    class Whispers(Shouts):
        name: ClassVar[str] = "acme.whispers"

    pipeline = blank(Shouts()).replacing("acme.shouts", Whispers(9))
    assert [step.name for step in pipeline.steps] == ["acme.whispers"]
    assert [step.name for step in blank(Shouts()).replacing("acme.shouts", Quiet()).steps] == ["acme.quiet"]


def test_the_spacy_component_keeps_the_article_through_bytes() -> None:
    language = spacy.blank("en")
    language.add_pipe("newsfacts", config={"without": [s.name for s in newsfacts.plugins.find().steps()]})
    doc = language(TEXT)
    again = spacy.tokens.Doc(language.vocab).from_bytes(doc.to_bytes())
    assert again._.newsfacts == doc._.newsfacts == Article(text=TEXT)
