"""What a metadata remover leaves, the gate still finds; and the table in the documentation says how much that is."""

import importlib.util
import io
import re
import subprocess
import tempfile
import zipfile
from functools import cache
from pathlib import Path

import pytest

from chatham.check import check_bytes, clean


def _beside(name: str):
    spec = importlib.util.spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


FILES = ("test_check_hiding", "test_check_hiding_deeper", "test_check_hiding_further")
WAYS = {how: made for file in FILES for how, made in _beside(file).WAYS.items()}
HIDING = _beside("test_check_hiding")
NAME, ROSTER = HIDING.SECRETS["name"], HIDING.ROSTER
DOCS = (Path(__file__).parents[2] / "docs" / "check.md").read_text("utf-8")

PLACES = {
    "shown in the text": """
        in_one_run over_two_runs a_run_a_letter over_two_paragraphs broken_by_a_line over_two_cells down_a_column
        in_a_text_box in_word_art in_a_chart in_smart_art in_symbols_of_a_font in_an_equation in_a_reading_aid
        a_cell_a_letter a_paragraph_a_letter around_a_footnote_mark around_a_picture letters_of_an_equation
        over_the_parts_of_a_fraction over_a_reading_aid in_the_choice_of_an_alternative
        in_the_fallback_of_an_alternative in_two_runs_of_smart_art in_the_cache_of_a_chart as_label_of_a_list
        half_in_the_result_of_a_field""",
    "written in a disguise": """
        in_capitals with_zero_width_spaces with_soft_hyphens with_word_joiners_between_runs with_no_break_spaces
        set_apart with_dots in_look_alikes in_full_width in_mathematical_letters with_accents in_base64 in_hexadecimal
        in_character_codes in_entities_twice backwards in_invisible_tags inside_a_longer_word as_a_data_link
        turned_round_by_a_direction turned_round_by_a_sign in_numbers_for_letters in_a_section_of_character_data
        with_little_pictures_between upside_down in_base64_that_begins_later in_base32 in_octal_numbers
        with_the_alphabet_turned_round in_letters_of_a_symbol_font with_every_letter_doubled with_figures_between""",
    "hidden or struck out": """
        in_hidden_text around_hidden_text in_white in_an_insertion in_a_deletion around_a_deletion
        as_author_of_a_change between_letters_in_white between_tiny_letters between_letters_hidden_on_the_web
        between_letters_hidden_by_their_style over_a_struck_paragraph_mark in_a_struck_row in_what_was_moved
        among_letters_in_the_colour_of_the_paper among_letters_in_nearly_white among_letters_of_no_width
        among_letters_whose_style_is_based_on_one_that_hides""",
    "header, footer, notes, comments": """
        in_a_header in_a_footer in_a_footnote in_an_endnote in_a_comment as_author_of_a_comment in_the_people_part""",
    "properties and custom data": """
        as_creator as_last_editor in_the_keywords as_company in_a_custom_property as_name_of_a_custom_property
        in_custom_xml in_custom_xml_attribute in_a_document_variable as_name_of_an_element as_name_of_an_attribute
        in_a_mail_merge as_a_blob_of_a_property over_two_entries_of_a_property as_a_sensitivity_label
        in_the_store_a_control_is_bound_to as_who_a_task_is_for as_label_of_a_ribbon as_document_type""",
    "fields, links, names": """
        as_a_bookmark in_a_field_code in_a_field_code_over_runs in_a_simple_field in_alternative_text
        as_name_of_a_picture in_a_mailto_link in_the_path_of_a_link percent_encoded_in_a_link in_base64_in_a_link
        in_the_path_of_a_template as_tag_of_a_control as_entry_of_a_list in_a_forged_opening_block as_name_of_a_style
        as_name_of_a_theme as_who_may_edit in_a_quoted_field_that_was_never_updated in_a_field_inside_a_field
        in_a_condition_that_does_not_hold as_bookmark_asked_for in_an_index_entry as_help_text_of_a_form_field
        as_entry_of_an_old_list as_data_of_a_field as_placeholder_of_a_control in_the_path_of_a_binding
        as_what_a_smart_tag_means as_title_of_a_table as_tooltip_of_a_link as_name_of_a_font as_label_of_captions
        as_frame_of_a_web_page as_source_of_a_chart as_title_of_an_old_picture as_tooltip_of_a_picture
        in_base64_within_a_path in_base64_as_the_end_of_a_path in_the_percent_signs_of_old_scripts""",
    "pictures and embedded files": """
        as_name_of_a_part in_png_text in_packed_png_text in_the_pixels_of_a_picture in_exif in_xmp
        after_the_end_of_a_picture in_an_embedded_workbook in_an_embedded_word_file in_an_ole_object
        in_printer_settings in_a_font in_an_svg in_an_alternative_chunk in_an_rtf_chunk in_an_svg_a_letter_each
        in_a_picture_inside_an_svg in_a_metafile in_a_packed_metafile in_the_comment_of_a_gif in_a_thumbnail
        in_an_embedded_pdf in_a_zip_in_a_word_file_in_a_word_file in_an_embedded_mail in_a_mail_of_base64
        in_a_mail_of_quoted_printable in_an_rtf_chunk_in_pieces in_an_rtf_chunk_by_numbers in_an_object_of_an_rtf_chunk
        in_the_table_of_a_font in_hexadecimal_in_an_rtf deflated_in_an_ole_object gzipped_in_an_ole_object
        deflated_in_a_chunk_of_a_picture in_the_blocks_of_a_gif drawn_letter_by_letter_in_a_metafile
        in_an_archive_behind_a_picture as_the_name_in_a_gzip""",
    "the package itself": """
        in_the_glossary in_a_comment_of_the_xml in_a_processing_instruction as_a_namespace
        in_a_part_that_nothing_points_at in_the_comment_of_the_archive after_the_archive before_the_archive
        in_utf16_xml in_a_signature in_a_certificate in_a_part_that_is_no_xml in_escaped_json as_type_of_a_part
        as_name_in_the_local_header in_the_local_extra_field behind_the_packed_bytes_of_a_part
        in_the_comment_of_an_entry as_a_folder_of_the_archive in_an_xml_with_another_encoding
        as_prefix_of_a_namespace_declared_late""",
}


def found(data: bytes) -> bool:
    return bool(check_bytes(data, name="note.docx", roster=ROSTER, consultation=None).leaks)


def reads(data: bytes) -> bool:
    """Whether somebody who unpacks the file and strips the tags reads the name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [archive.comment, *(archive.read(name) for name in archive.namelist())]
    return any(b"priyaraman" in re.sub(rb"<[^>]*>|[^A-Za-z<>]", b"", part).lower() for part in parts) or any(
        b"Priya%20Raman" in part or b"Priya Raman" in part for part in parts
    )


def rows() -> dict[str, list[int]]:
    """The numbers of the table in the documentation, by place."""
    table = re.findall(r"^\| ([^|]+?) \| (\d+) \| (\d+) \| (\d+) \| (\d+) \| (\d+) \| (\d+) \|$", DOCS, re.M)
    return {row[0].strip("*"): [int(cell) for cell in row[1:]] for row in table}


@cache
def cleaned(mat2: str) -> dict[str, bytes]:
    """What mat2 makes of each file, where it makes something of it."""
    with tempfile.TemporaryDirectory() as folder:
        for how, made in WAYS.items():
            (Path(folder) / f"{how}.docx").write_bytes(made(NAME))
        subprocess.run([mat2, *(f"{how}.docx" for how in WAYS)], cwd=folder, capture_output=True, timeout=900)
        written = {how: Path(folder) / f"{how}.cleaned.docx" for how in WAYS}
        return {how: path.read_bytes() for how, path in written.items() if path.exists()}


def test_every_way_has_its_place_in_the_table() -> None:
    placed = [how for names in PLACES.values() for how in names.split()]
    assert sorted(placed) == sorted(WAYS)
    table = rows()
    assert {place: table[place][0] for place in PLACES} == {place: len(n.split()) for place, n in PLACES.items()}
    assert table["all"] == [sum(table[place][column] for place in PLACES) for column in range(6)]


@pytest.mark.parametrize("place", PLACES)
def test_the_gate_and_the_scrubbed_copy_do_what_the_table_says(place: str) -> None:
    names = PLACES[place].split()
    taken_out = [how for how in names if not found(clean(WAYS[how](NAME)))]
    assert sum(found(WAYS[how](NAME)) for how in names) == rows()[place][1] == len(names)
    assert len(taken_out) == rows()[place][5]


@pytest.mark.parametrize("place", PLACES)
def test_mat2_does_what_the_table_says_and_the_gate_finds_the_rest(place: str, require) -> None:
    names, written = PLACES[place].split(), cleaned(require("mat2"))
    refused = [how for how in names if how not in written]
    left = [how for how in names if how in written and found(written[how])]
    overlooked = [how for how in names if how in written and how not in left and reads(written[how])]
    assert overlooked == []
    assert [len(names) - len(refused) - len(left), len(left), len(refused)] == rows()[place][2:5]
