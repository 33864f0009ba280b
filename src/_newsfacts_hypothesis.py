"""The entry point of hypothesis: makes values of newsfacts for `st.from_type`."""


def register() -> None:
    """Register strategies for the values and facts of newsfacts; called when hypothesis is imported."""
    from hypothesis import strategies as st

    from newsfacts import AUTHOR, Article, Interval, Metadata, Party, Record, Ref, Span

    spans = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 9999), st.integers(1, 200))
    texts = st.text(st.characters(codec="utf-8"), max_size=80)
    numbers = st.decimals(allow_nan=False, allow_infinity=False, places=2)
    pairs = st.tuples(st.none() | numbers, st.none() | numbers)
    ordered = pairs.map(lambda pair: pair if None in pair else tuple(sorted(pair, key=lambda n: n or 0)))
    st.register_type_strategy(Span, spans)
    st.register_type_strategy(
        Interval, st.builds(lambda ends, exact: Interval(low=ends[0], high=ends[1], precision=exact), ordered,
                            st.sampled_from(["exact", "approximate", "vague"]))
    )  # fmt: skip
    st.register_type_strategy(Metadata, st.builds(Metadata, published=st.none() | st.dates()))
    st.register_type_strategy(Ref, st.builds(lambda span: Ref(f"entity@{span}"), spans))
    st.register_type_strategy(Party, st.just(AUTHOR) | st.builds(lambda span: Party(form="UNNAMED", span=span), spans))
    st.register_type_strategy(Record, texts.map(Record.make))
    st.register_type_strategy(Article, texts.map(lambda text: Article(text=text)))
