"""Workspaces made in code, the same every time: a manuscript with many notes, and its sources."""

from __future__ import annotations

import random
import zipfile
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SURNAMES = (
    *("Ashdown", "Brereton", "Colvile", "Dacre", "Eversley"),
    *("Fanshawe", "Garth", "Hobday", "Ivory", "Jessop"),
)
_SMALL = ("the", "of", "and", "a", "to", "in", "that", "was", "by", "for", "with", "from", "had")
SYLLABLES = (
    *("ban", "cor", "del", "fen", "gar", "hol", "ist", "jun", "kel", "lor", "mun", "nes"),
    *("per", "quin", "ros", "sal", "tor", "und", "vel", "wen"),
)
MONTHS = ("January", "March", "April", "May", "June", "July", "September", "October")


def workspace(folder: Path, notes: int, seed: int = 1) -> Path:
    """A workspace with a draft of so many notes in .docx, and eight sources of some 60 KB each."""
    choice = random.Random(seed)
    works = [_work(choice, number) for number in range(40)]
    sources = [_source(choice) for _ in range(8)]
    (folder / "seeds").mkdir(parents=True)
    (folder / "claims").mkdir()
    (folder / "provenance.yaml").write_text("title: Benchmark\n", encoding="utf-8")
    for number, sentences in enumerate(sources):
        author, title, year = works[number]
        name = folder / "seeds" / f"source-{number}.txt"
        name.write_text("\n\n".join(sentences) + "\n", encoding="utf-8")
        name.with_name(f"{name.name}.source.yaml").write_text(
            f"id: source-{number}\ntitle: {title}\nauthor: [{{family: {author}, given: John}}]\n"
            f"issued: {year}\ntype: book\nrole: source\n",
            encoding="utf-8",
        )
    (folder / "seeds" / "draft.docx").write_bytes(_draft(choice, notes, works, sources))
    (folder / "seeds" / "draft.docx.source.yaml").write_text(
        "id: draft\ntitle: The draft\nissued: 1990\nrole: draft\n", encoding="utf-8"
    )
    return folder


def word(choice: random.Random) -> str:
    """One of some eight thousand made-up words, or a small one."""
    if choice.random() < 0.4:
        return choice.choice(_SMALL)
    return "".join(choice.choice(SYLLABLES) for _ in range(choice.choice((2, 3, 3))))


def sentence(choice: random.Random) -> str:
    """A sentence with a date and a name, of eight made-up words and more."""
    date = f"{choice.randint(1, 28)} {choice.choice(MONTHS)} {choice.randint(1700, 1899)}"
    words = " ".join(word(choice) for _ in range(choice.randint(8, 26)))
    return f"On {date} {choice.choice(SURNAMES)} {words}."


def plain_sentence(choice: random.Random) -> str:
    """A sentence of made-up words alone."""
    return " ".join(word(choice) for _ in range(choice.randint(9, 30))).capitalize() + "."


def _source(choice: random.Random) -> list[str]:
    return [sentence(choice) for _ in range(420)]


def _work(choice: random.Random, number: int) -> tuple[str, str, int]:
    author = SURNAMES[number % len(SURNAMES)]
    title = f"The {word(choice).title()} and {word(choice).title()} of {SYLLABLES[number // 2]}"
    return author, title, choice.randint(1901, 1979)


def _draft(
    choice: random.Random,
    notes: int,
    works: list[tuple[str, str, int]],
    sources: list[list[str]],
) -> bytes:
    paragraphs, bodies, cited = [], [], set()
    for number in range(1, notes + 1):
        work = choice.randrange(len(works))
        author, title, year = works[work]
        page = choice.randint(1, 300)
        if work in cited:
            body = choice.choice([f"{author}, {title}, p. {page}.", "Ibid.", f"Ibid., p. {page}."])
        else:
            body = f"John {author}, {title} (London: Cass, {year}), p. {page}."
        cited.add(work)
        said = sentence(choice)
        if work < len(sources) and number % 3 == 0:
            words = " ".join(choice.choice(sources[work]).split()[4:14])
            said = f"He wrote that “{words}.”"
        paragraphs.append((f"{said}", number, f" {sentence(choice)}"))
        bodies.append(body)
    return _docx(paragraphs, bodies)


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _docx(paragraphs: list[tuple[str, int, str]], bodies: list[str]) -> bytes:
    body = "".join(
        f'<w:p>{_run(before)}<w:r><w:footnoteReference w:id="{id_}"/></w:r>{_run(after)}</w:p>'
        for before, id_, after in paragraphs
    )
    notes = "".join(
        f'<w:footnote w:id="{id_}"><w:p>{_run(text)}</w:p></w:footnote>'
        for id_, text in enumerate(bodies, 1)
    )
    parts = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>',
        "word/footnotes.xml": f'<w:footnotes xmlns:w="{_WORD}">{notes}</w:footnotes>',
    }
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name, content in parts.items():
            part = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            package.writestr(part, content, zipfile.ZIP_DEFLATED)
    return made.getvalue()
