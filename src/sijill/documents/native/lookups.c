/* A stretch of text goes in; those of its words come out that a table knows. */

#include "loops.h"

#include <string.h>

/* So many first letters of a word tell of most that the table does not know them. */
#define HEAD 3

/* So many bits a letter has: those of the first ones are one number, with a bit to spare. */
#define LETTER_BITS 21
/* So many first letters are kept, as a power of two; what their number is taken times by. */
#define MET_BITS 13
#define MIX 0x9e3779b97f4a7c15ULL

/* What the table of heads that was asked last told of first letters: their number, and a bit. Each
 * has one place, and the next one there takes it. */
static struct {
    PyObject *heads;
    unsigned long long rows[1 << MET_BITS];
} met;

/* Arabic signs of vowels and doubling, and what stretches letters. */
static int
is_sign(Py_UCS4 c)
{
    return (c >= 0x610 && c <= 0x61a) || c == 0x640 || (c >= 0x64b && c <= 0x65f) || c == 0x670;
}

/* Numbers of footnotes, which stand at the end of words. */
static int
is_footnote(Py_UCS4 c)
{
    return c == 0xb2 || c == 0xb3 || c == 0xb9 || (c >= 0x2070 && c <= 0x2089)
           || (c >= 0x2460 && c <= 0x249b) || (c >= 0x24ea && c <= 0x24ff)
           || (c >= 0x2776 && c <= 0x2793);
}

static int
is_in_word(Py_UCS4 c)
{
    if (is_common_letter(c) || c < 0x80) {
        return is_common_letter(c);
    }
    if (!Py_UNICODE_ISALNUM(c)) {
        return is_sign(c);
    }
    return !Py_UNICODE_ISDECIMAL(c) && !is_footnote(c);
}

/* Give where the word that begins at a place ends; the place itself where none does. */
static Py_ssize_t
end_of_word(int kind, const void *data, Py_ssize_t at, Py_ssize_t end)
{
    Py_UCS4 c = PyUnicode_READ(kind, data, at);

    if (is_in_word(c)) {
        do {
            at++;
        } while (at < end && is_in_word(PyUnicode_READ(kind, data, at)));
        return at < end && PyUnicode_READ(kind, data, at) == '.' ? at + 1 : at;
    }
    if (Py_UNICODE_ISDECIMAL(c)) {
        do {
            at++;
        } while (at < end && Py_UNICODE_ISDECIMAL(PyUnicode_READ(kind, data, at)));
        return at;
    }
    return c == '_' || Py_UNICODE_ISSPACE(c) || Py_UNICODE_ISALNUM(c) ? at : at + 1;
}

/* Say whether `heads` has a true value for the first letters of a word; -1 for an error. */
static int
ask_of_head(PyObject *text, Py_ssize_t start, Py_ssize_t end, PyObject *heads)
{
    PyObject *head = PyUnicode_Substring(text, start, end);
    PyObject *told = head == NULL ? NULL : PyObject_GetItem(heads, head);
    int may_be = told == NULL ? -1 : PyObject_IsTrue(told);

    Py_XDECREF(head);
    Py_XDECREF(told);
    return may_be;
}

/* Do the same; nearly all words begin as others did, of which it is known. -1 for an error. */
static int
may_be_known(PyObject *text, Py_ssize_t start, Py_ssize_t end, PyObject *heads)
{
    int kind = PyUnicode_KIND(text), may_be;
    const void *data = PyUnicode_DATA(text);
    unsigned long long letters = 0, *row;
    Py_ssize_t at;

    end = end - start > HEAD ? start + HEAD : end;
    for (at = start; at < end; at++) {
        letters = letters << LETTER_BITS | PyUnicode_READ(kind, data, at);
    }
    if (met.heads != heads) {
        Py_XSETREF(met.heads, Py_NewRef(heads));
        memset(met.rows, 0, sizeof(met.rows));
    }
    row = &met.rows[letters * MIX >> (64 - MET_BITS)];
    if (letters && *row >> 1 == letters) {
        return (int)(*row & 1);
    }
    may_be = ask_of_head(text, start, end, heads);
    // To ask runs Python, which may ask another table of its words.
    if (may_be >= 0 && met.heads == heads) {
        *row = letters << 1 | (unsigned)may_be;
    }
    return may_be;
}

/* Add the word of a span with what the table has for it, if that is anything; -1 for an error. */
static int
add_known(PyObject *found, PyObject *text, Py_ssize_t start, Py_ssize_t end, PyObject *table)
{
    PyObject *word = PyUnicode_Substring(text, start, end);
    PyObject *told = word == NULL ? NULL : PyObject_GetItem(table, word);
    PyObject *item;
    int failed;

    Py_XDECREF(word);
    if (told == NULL) {
        return -1;
    }
    if (told == Py_None) {
        Py_DECREF(told);
        return 0;
    }
    item = Py_BuildValue("nnN", start, end, told);
    failed = item == NULL || PyList_Append(found, item) < 0;
    Py_XDECREF(item);
    return failed ? -1 : 0;
}

const char find_known_doc[] = PyDoc_STR(
"find_known(text: str, start: int, end: int, table: dict, heads: dict)\n"
"    -> list[tuple[int, int, object]]\n\n"
"Give for each word of `text[start:end]` that `table` has anything but None for: its start, its\n"
"end, and that. Asked for are those whose first three letters `heads` has a true value for, which\n"
"stays what it was. The words are those of `WORD` in lookups.py.");

PyObject *
find_known(PyObject *Py_UNUSED(module), PyObject *args)
{
    PyObject *text, *table, *heads, *found;
    Py_ssize_t at, end, behind;
    const void *data;
    int kind, may_be;

    if (!PyArg_ParseTuple(args, "UnnOO:find_known", &text, &at, &end, &table, &heads)
        || (found = PyList_New(0)) == NULL) {
        return NULL;
    }
    kind = PyUnicode_KIND(text);
    data = PyUnicode_DATA(text);
    at = at < 0 ? 0 : at;
    end = end > PyUnicode_GET_LENGTH(text) ? PyUnicode_GET_LENGTH(text) : end;
    while (at < end) {
        behind = end_of_word(kind, data, at, end);
        if (behind == at) {
            at++;
            continue;
        }
        may_be = may_be_known(text, at, behind, heads);
        if (may_be < 0 || (may_be && add_known(found, text, at, behind, table) < 0)) {
            Py_DECREF(found);
            return NULL;
        }
        at = behind;
    }
    return found;
}
