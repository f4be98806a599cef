"""Exports of Telegram, X and WhatsApp: each message a report of its own."""

import io
import json
from pathlib import Path

import pytest

from harmledger.adapters.fetch.inputs import inputs
from harmledger.adapters.fetch.objects import Broken, Objects
from harmledger.collect.collect import Collected, collect
from harmledger.errors import InputError

FIRST = "Shelling of Amberton: two people killed"


def reports(path: Path | str, most: int = 1 << 20) -> list[Collected]:
    found = list(inputs([str(path)], max_bytes=most))
    assert not [f for f in found if isinstance(f, InputError)]
    return [collect(raw) for raw in found if not isinstance(raw, InputError)]


def refused(path: Path | str, most: int = 1 << 20) -> list[str]:
    return [str(f) for f in inputs([str(path)], max_bytes=most) if isinstance(f, InputError)]


def channel(*messages: dict[str, object], **chat: object) -> dict[str, object]:
    return {"name": "Amberton News", "type": "public_channel", "id": 1234, **chat, "messages": list(messages)}


def said(number: int, text: object, **more: object) -> dict[str, object]:
    return {
        "id": number, "type": "message", "date": "2023-05-12T14:33:01", "date_unixtime": "1683891181",
        "from": "Amberton News", "from_id": "channel1234", "text": text, **more,
    }  # fmt: skip


def written(folder: Path, name: str, value: object, before: str = "", indent: int | None = 1) -> Path:
    path = folder / name
    path.write_text(before + json.dumps(value, ensure_ascii=False, indent=indent), encoding="utf8")
    return path


def test_a_telegram_channel(tmp_path: Path) -> None:
    linked = ["The toll rose to ", {"type": "bold", "text": "five"}, " in ", {"type": "hashtag", "text": "#Amberton"}]
    path = written(tmp_path, "result.json", channel(said(7, FIRST), said(8, linked), said(9, "", photo="p.jpg")))
    one, two = reports(path)
    assert (one.report.id, one.report.text, one.report.publisher) == ("telegram-1234-7", FIRST, "Amberton News")
    assert one.report.published == "2023-05-12T11:33Z"
    assert one.report.url == "https://t.me/c/1234/7"
    assert two.report.text == "The toll rose to five in #Amberton"
    assert one.raw.address == f"{path}#7"
    assert one.raw.line == 6


def test_a_telegram_time_without_a_zone_has_none(tmp_path: Path) -> None:
    message = {k: v for k, v in said(7, FIRST).items() if k != "date_unixtime"}
    [one] = reports(written(tmp_path, "result.json", channel(message)))
    assert one.report.published == "2023-05-12T14:33"


def test_what_a_channel_passes_on_is_its_origins(tmp_path: Path) -> None:
    other = said(7, FIRST, forwarded_from="Rescue Service", forwarded_from_id="channel99")
    person = said(8, FIRST, forwarded_from="Jane Roe", forwarded_from_id="user5")
    one, two = reports(written(tmp_path, "result.json", channel(other, person)))
    assert [one.report.publisher, two.report.publisher] == ["Rescue Service", "Amberton News"]


def test_who_writes_in_a_telegram_group_stays_unnamed(tmp_path: Path) -> None:
    jane = {"from": "Jane Roe", "from_id": "user5"}
    group = channel(
        said(1, FIRST, **jane), said(2, "Three now", **jane | {"from": "John Doe", "from_id": "user6"}),
        said(3, "Four", **jane), {"id": 4, "type": "service", "actor": "Jane Roe", "action": "invite", "text": ""},
        name="Our street", type="private_group",
    )  # fmt: skip
    found = reports(written(tmp_path, "result.json", group))
    members = [str(f.report.publisher).split(" of ")[0] for f in found]
    assert members == ["member 1", "member 2", "member 1"]
    assert all(f.report.url is None for f in found)
    for f in found:
        assert b"Jane" not in f.raw.data and b"user5" not in f.raw.data and b"street" not in f.raw.data


def test_all_chats_of_a_telegram_account(tmp_path: Path) -> None:
    chats = [channel(said(1, FIRST)), channel(said(1, "Four killed"), name="Other", id=77)]
    whole = {"about": "x", "contacts": {"list": [{"first_name": "J"}]}, "chats": {"about": "y", "list": chats}}
    found = reports(written(tmp_path, "result.json", whole))
    assert [(f.report.id, f.report.text) for f in found] == [
        ("telegram-1234-1", FIRST),
        ("telegram-77-1", "Four killed"),
    ]


def test_an_archive_of_x(tmp_path: Path) -> None:
    tweet = {
        "tweet": {"id_str": "1447535399094693888", "full_text": "Two killed &amp; one hurt in Amberton", "lang": "en",
                  "created_at": "Mon Oct 11 12:12:00 +0000 2021"}
    }  # fmt: skip
    again = {"tweet": {"id_str": "1447535399094693999", "full_text": "RT @RescueTeam: Two killed", "lang": "und"}}
    path = written(tmp_path, "tweets.js", [tweet, again], "window.YTD.tweets.part0 = ")
    (tmp_path / "account.js").write_text('window.YTD.account.part0 = [{"account": {"username": "amberton"}}]')
    (tmp_path / "like.js").write_text('window.YTD.like.part0 = [{"like": {"fullText": "no report"}}]')
    one, two = reports(tmp_path)
    assert (one.report.id, one.report.publisher) == ("twitter-1447535399094693888", "@amberton")
    assert one.report.text == "Two killed & one hurt in Amberton"
    assert one.report.url == "https://twitter.com/amberton/status/1447535399094693888"
    assert one.report.published == "2021-10-11T12:11Z"
    assert one.report.language == "en"
    assert two.report.publisher == "@RescueTeam"
    assert "window.YTD" not in one.report.text
    assert refused(tmp_path / "like.js")[0].endswith("of an X archive, give tweets.js")
    assert path.name == "tweets.js"


def test_posts_of_x_by_its_interface(tmp_path: Path) -> None:
    post = {"id": "12", "created_at": "2022-01-20T11:01:00.000Z", "text": FIRST, "author_id": "5"}
    [one] = reports(written(tmp_path, "answer.json", {"data": [post], "includes": {"users": [{"id": "5"}]}}))
    assert (one.report.published, one.report.url) == ("2022-01-20T11:01Z", "https://twitter.com/i/web/status/12")
    old = {
        "id_str": "13",
        "created_at": "Mon Oct 11 12:12:00 +0000 2021",
        "text": FIRST,
        "user": {"screen_name": "a_b"},
    }
    path = tmp_path / "posts.jsonl"
    path.write_text(json.dumps(old) + "\n" + json.dumps({"id": "x", "text": FIRST, "created_at": "?", "url": None}))
    one, two = reports(path)
    assert (one.report.published, one.report.publisher) == ("2021-10-11T12:12Z", "@a_b")
    assert (two.report.id, two.report.published) == ("x", None)


CHAT = """12/05/2023, 14:33 - Messages and calls are end-to-end encrypted.
12/05/2023, 14:33 - Jane Roe: Shelling of Amberton:
two people killed
13/05/2023, 09:01 - +1 555 0100: Three now
13/05/2023, 09:02 - Jane Roe: <Media omitted>
"""


def test_a_whatsapp_chat(tmp_path: Path) -> None:
    path = tmp_path / "WhatsApp Chat with Our street.txt"
    path.write_text(CHAT, encoding="utf8")
    one, two, three = reports(path)
    assert one.report.text == "Shelling of Amberton:\ntwo people killed"
    assert (one.report.published, two.report.published) == ("2023-05-12T14:33", "2023-05-13T09:01")
    assert str(one.report.publisher).startswith("member 1 of WhatsApp chat ")
    assert str(two.report.publisher).startswith("member 2 of WhatsApp chat ")
    assert three.report.publisher == one.report.publisher
    assert [f.raw.line for f in (one, two, three)] == [2, 4, 5]
    assert not one.issues
    assert b"Jane" not in one.raw.data and b"555" not in two.raw.data and b"street" not in one.raw.data


def test_a_chat_in_brackets_with_seconds_and_hidden_marks(tmp_path: Path) -> None:
    path = tmp_path / "_chat.txt"
    path.write_text(
        "\u200e[05/31/23, 2:33:01\u202fPM] Jane Roe: \u200eShelling\r\n"
        "[06/01/23, 12:05:00\u202fAM] ~ John: Three: now\r\n",
        encoding="utf8", newline="",
    )  # fmt: skip
    one, two = reports(path)
    assert (one.report.text, two.report.text) == ("Shelling", "Three: now")
    assert (one.report.published, two.report.published) == ("2023-05-31T14:33", "2023-06-01T00:05")


def test_a_chat_with_arabic_figures(tmp_path: Path) -> None:
    path = tmp_path / "chat.txt"
    path.write_text(
        "٣١{m}/٥{m}/٢٠٢٣، ٢:٣٣ م - فلان: قصف\n١{m}/٦{m}/٢٠٢٣، ١٠:٠٥ ص - فلان: ثلاثة شهداء\n".format(m="\u200f"),
        encoding="utf8",
    )
    assert [f.report.published for f in reports(path)] == ["2023-05-31T14:33", "2023-06-01T10:05"]


def test_a_chat_whose_days_could_be_months_says_so(tmp_path: Path) -> None:
    path = tmp_path / "chat.txt"
    path.write_text("03/04/2023, 14:33 - Jane: one\n04/05/2023, 14:33 - Jane: two\n05/05/2023, 1:00 - J: three\n")
    one, _, three = reports(path)
    assert one.report.published is None
    assert [i.code for i in one.issues] == ["published-unknown"]
    assert three.report.published == "2023-05-05T01:00"


def test_a_chat_that_runs_backwards_in_one_order_only_has_the_other(tmp_path: Path) -> None:
    path = tmp_path / "chat.txt"
    path.write_text("03/04/2023, 14:33 - Jane: one\n01/05/2023, 14:33 - Jane: two\n")
    assert reports(path)[0].report.published == "2023-04-03T14:33"


def test_a_text_that_begins_with_a_date_is_no_chat(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text("12/05/2023, 14:33 - Amberton: two people were killed.\nThey were traders.\n")
    [one] = reports(path)
    assert "They were traders" in one.report.text


@pytest.mark.parametrize("cut", [90, 200, 420])
def test_an_export_that_ends_in_the_middle_is_read_so_far_and_told(tmp_path: Path, cut: int) -> None:
    path = written(tmp_path, "result.json", channel(said(7, FIRST), said(8, FIRST)))
    path.write_bytes(path.read_bytes()[:cut])
    [problem] = refused(path)
    assert "ends in the middle" in problem


def test_other_json_is_refused_with_a_remedy(tmp_path: Path) -> None:
    [problem] = refused(written(tmp_path, "settings.json", {"theme": "dark"}))
    assert "no export of Telegram or X" in problem and ".jsonl" in problem
    [problem] = refused(written(tmp_path, "empty.json", channel()))
    assert "holds no message" in problem


def test_a_message_that_is_too_long_is_refused_and_the_others_read(tmp_path: Path) -> None:
    path = written(
        tmp_path, "result.json", channel(said(7, FIRST), said(8, ["x" * 90, {"text": "y" * 5000}]), said(9, FIRST))
    )
    found = list(inputs([str(path)], max_bytes=3000))
    assert [isinstance(f, InputError) for f in found] == [False, True, False]


@pytest.mark.parametrize("chunk", [1, 2, 7, 64, 4096])
def test_objects_are_found_however_the_file_is_cut(chunk: int) -> None:
    value = {
        "a": {"b": [1, {"c": "]}{"}]},
        "name": 'N"[',
        "messages": [{"t": "{\\"}, {"u": [{"messages": [{}]}]}],
        "z": [],
    }
    text = json.dumps(value, indent=2).encode()
    found = list(Objects(b"", io.BytesIO(text), frozenset({"messages"}), 10_000, chunk))
    assert [json.loads(f.data or b"") for f in found] == value["messages"]
    assert [f.around["name"] for f in found] == ['N"[', 'N"[']
    assert [text.split(b"\n")[f.line - 1].strip()[:1] for f in found] == [b"{", b"{"]


def test_a_file_that_is_no_json_is_broken() -> None:
    with pytest.raises(Broken):
        list(Objects(b"]]", io.BytesIO(b""), frozenset(), 100))
