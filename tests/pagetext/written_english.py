"""English pages composed of blocks that newspapers print, for property tests.

Every paragraph carries the number of its story in brackets, so that a test can see whose it is.
"""

from hypothesis import strategies as st

NAMES = st.sampled_from(["Ada Stone", "TOM REED", "Nora Field", "D. R. Finch", "Mara O’Dell"])
SUBJECTS = (
    "Council|Ferry line|School board|Two farmers|Old mill|County judge|Harbor pilots|Ashby woman".split("|")
)
VERBS = "votes to close|opens|sues over|finds|will sell|keeps|loses".split("|")
OBJECTS = "river bridge|new canal lamps|its last bell|library steps|market hall roof|goat pasture".split("|")
HEADLINES = st.tuples(st.sampled_from(SUBJECTS), st.sampled_from(VERBS), st.sampled_from(OBJECTS)).map(
    " ".join
)
SUBHEADS = st.sampled_from(
    ["A cold bargain", "What comes next", "The long way home", "No way back", "ON THE RIVER"]
)
SENTENCES = st.sampled_from(
    [
        "The work took eleven years and most of the money.",
        "“We kept the bell,” said the miller.",
        "Nobody was hurt, and the mailbox was a loss.",
        "On Monday night the board will meet again.",
        "She had asked for a chair; she was given two.",
        "It cost $1,400, about half of it paid by the state.",
    ]
)
JUMPS = st.sampled_from(
    ["See CANAL, Page A8", "Continued on page 5", "(Please see page 6)", "Turn to BRIDGE, page 7"]
)
BYLINES = NAMES.flatmap(
    lambda name: st.sampled_from(
        [
            f"By {name}",
            f"By {name}\nStaff Writer",
            f"By {name}, Sports Editor",
            f"By {name} / Orient Press",
            f"BY {name} in Ashby",
        ]
    )
)
DATELINES = st.sampled_from(["ASHBY — ", "PORT ARDEN, Nov. 19 (Orient Press) — ", "MARL FALLS, Sunday: "])
PHOTOS = st.sampled_from(
    [
        "The bell, seen from the mill. Photo by Ada Stone",
        "The old mill on Sunday.\nADA STONE / ORIENT PRESS",
        "The landing at noon. (Courier photo by Tom Reed)",
    ]
)
FURNITURE = st.sampled_from(
    [
        "CORRECTION: The bell weighs four tons, not five.",
        "INSIDE\nRIVERS, PAGE 6\nWEATHER, PAGE 8",
        "CLASSIFIEDS\nFOR SALE: Hay, dry. 555-0127.\n\nWANTED: Cider press. 555-0164.",
        "SCOREBOARD\nAshby 2, Tolland 1\nFenwick 0, Marl 3",
        "The Ashby Courier is published every Thursday at 3 Depot Street, Ashby.",
        "Editor: Ada Stone   Layout: Tom Reed",
        "CONTACT US\nNewsroom: 555-0100\nE-mail: news@example.com\nAddress: 3 Depot Street",
    ]
)


@st.composite
def stories(draw: st.DrawFn, number: int) -> str:
    def paragraph() -> str:
        sentences = " ".join(draw(st.lists(SENTENCES, min_size=1, max_size=3)))
        return f"The story [{number}] went on. {sentences}"

    signed = draw(st.sampled_from(["byline", "dateline", "both"]))
    head = [draw(HEADLINES)]
    if signed != "dateline":
        head.append(draw(BYLINES))
    texts = [paragraph() for _ in range(draw(st.integers(1, 4)))]
    if signed != "byline":
        texts[0] = draw(DATELINES) + texts[0]
    if len(texts) > 2 and draw(st.booleans()):
        texts.insert(2, draw(SUBHEADS))
    if draw(st.booleans()):
        texts.insert(draw(st.integers(1, len(texts))), draw(PHOTOS))
    if draw(st.booleans()):
        texts.append(draw(JUMPS))
    return "\n\n".join(["\n".join(head), *texts])


@st.composite
def english_pages(draw: st.DrawFn) -> str:
    blocks = ["THE ASHBY COURIER\nThursday, March 6, 2031   Page A3\nCOUNTY NEWS"]
    for number in range(draw(st.integers(1, 5))):
        blocks.append(draw(stories(number)))
        if draw(st.booleans()):
            blocks.append(draw(FURNITURE))
    return "\n\n".join(blocks)
