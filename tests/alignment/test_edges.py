"""Words cut short are no quotation; signs run into a word are no part of it."""

from __future__ import annotations

import pytest

from provenance.alignment.edges import closes_word, opens_word


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        pytest.param("he was |able", True, id="after a blank"),
        pytest.param("un|able to", False, id="within a word"),
        pytest.param("non-|aligned", False, id="after a prefix that turns the meaning"),
        pytest.param("well-|known", True, id="after another hyphen"),
        pytest.param("inter-\n|national", False, id="after a line's end"),
        pytest.param("17|Stalin raised", True, id="after a paragraph number"),
        pytest.param("RPM|The Prime", True, id="after capitals run in"),
        pytest.param("SO|ME", False, id="within capitals"),
        pytest.param("peace|The war", True, id="after a word run in"),
        pytest.param("1|5 million", False, id="within a number"),
        pytest.param("10.|5 per cent", False, id="within a decimal"),
        pytest.param("蒋|介石", True, id="between Chinese signs"),
        pytest.param("|start", True, id="at the start"),
    ],
)
def test_where_words_open(text: str, whole: bool) -> None:
    assert opens_word(text.replace("|", ""), text.index("|")) is whole


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        pytest.param("the war| was", True, id="before a blank"),
        pytest.param("the war|29 was", True, id="before a marker run in"),
        pytest.param("June 15|.29 that", True, id="before a full stop and a marker"),
        pytest.param("by 10|.5 percent", False, id="within a decimal"),
        pytest.param("of 10|,000 men", False, id="within thousands"),
        pytest.param("of 10|, 12 and", True, id="before a comma"),
        pytest.param("they can|'t go", False, id="before a contracted not"),
        pytest.param("China|'s rights", True, id="before a genitive"),
        pytest.param("inter|-\nnational", False, id="before a line's end"),
        pytest.param("cafe|\u0301 noir", False, id="before an accent"),
        pytest.param("10|² feet", False, id="before a power"),
        pytest.param("the end|", True, id="at the end"),
    ],
)
def test_where_words_close(text: str, whole: bool) -> None:
    assert closes_word(text.replace("|", ""), text.index("|")) is whole
