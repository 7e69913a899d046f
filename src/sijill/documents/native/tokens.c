/* A stretch of text goes in; its words and signs come out as tokens, each with its place. */

#include "met_words.h"

/* Start, end, word, folded word: the fields of a token. */
#define FIELDS 4
/* Those of a way to cut a text: `_Way` of tokens.py. */
#define PARTS 5

/* The ways to cut a text, those of tokens.py. */
enum { SIGNS, WORDS, ENGLISH, JAPANESE, WAYS };

/* A text, where what is to be cut of it ends, and how. */
typedef struct {
    int kind;
    long way;
    const void *data;
    Py_ssize_t end;
    PyObject *text, *abbreviations;
    PyTypeObject *type;
    MetWords *known;
} Cut;

static inline Py_UCS4
sign_at(const Cut *c, Py_ssize_t at)
{
    return PyUnicode_READ(c->kind, c->data, at);
}

static inline int
is_alnum(Py_UCS4 sign)
{
    if (is_common_letter(sign) || sign < 0x80) {
        return is_common_letter(sign) || (sign >= '0' && sign <= '9');
    }
    return Py_UNICODE_ISALNUM(sign);
}

static int
is_letter(Py_UCS4 sign)
{
    return is_alnum(sign) && !Py_UNICODE_ISDECIMAL(sign);
}

/* Marks over and under letters; tatweel, which stretches them. */
static int
is_mark(Py_UCS4 sign)
{
    return (sign >= 0x300 && sign <= 0x36f) || (sign >= 0x610 && sign <= 0x61a) || sign == 0x640
           || (sign >= 0x64b && sign <= 0x65f) || sign == 0x670
           || (sign >= 0x6d6 && sign <= 0x6ed);
}

static int
is_apostrophe(Py_UCS4 sign)
{
    return sign == '\'' || sign == 0x2019;
}

/* The kinds of Japanese signs of which a run is a token; 0 for the others. */
static int
japanese_kind(Py_UCS4 sign)
{
    Py_UCS4 narrow = sign >= 0xff01 && sign <= 0xff5e ? sign - 0xfee0 : sign;

    if (narrow < 0x80) {
        return narrow >= '0' && narrow <= '9' ? 1
            : (narrow | 0x20) >= 'a' && (narrow | 0x20) <= 'z' ? 2 : 0;
    }
    if ((sign >= 0x30a1 && sign <= 0x30ff) || (sign >= 0xff66 && sign <= 0xff9f)) {
        return 3;
    }
    if (sign >= 0x3041 && sign <= 0x309f) {
        return 4;
    }
    return sign == 0x3005 || sign == 0x3006 || (sign >= 0x3400 && sign <= 0x9fff)
            || (sign >= 0xf900 && sign <= 0xfaff) ? 5 : 0;
}

static int
is_digit(const Cut *c, Py_UCS4 sign)
{
    return c->way == JAPANESE ? japanese_kind(sign) == 1 : Py_UNICODE_ISDECIMAL(sign);
}

/* Say whether a sign may stand between the digits of a number. */
static int
parts_digits(const Cut *c, Py_UCS4 sign)
{
    return sign == '.' || sign == ',' || (c->way == WORDS && (sign == 0x66b || sign == 0x66c))
        || (c->way == JAPANESE && (sign == 0xff0e || sign == 0xff0c));
}

/* Give where a number that begins at a place ends; 0 for none, or one that a word may go on. */
static Py_ssize_t
end_of_number(const Cut *c, Py_ssize_t at)
{
    Py_ssize_t found = 0;
    int is_whole = c->way == JAPANESE;

    while (at < c->end && is_digit(c, sign_at(c, at))) {
        do {
            at++;
        } while (at < c->end && is_digit(c, sign_at(c, at)));
        found = is_whole ? at : 0;
        is_whole = 1;
        if (at == c->end || !parts_digits(c, sign_at(c, at))) {
            break;
        }
        at++;
    }
    return found;
}

/* Say whether the s at a place is what an apostrophe joins to whom something belongs. */
static int
is_possessive(const Cut *c, Py_ssize_t at)
{
    return at < c->end && sign_at(c, at) == 's'
        && (at + 1 == c->end || !(is_alnum(sign_at(c, at + 1)) || sign_at(c, at + 1) == '_'));
}

/* Give where the letters of a name that are each before a full stop end: U.S.; 0 for no two. */
static Py_ssize_t
end_of_initials(const Cut *c, Py_ssize_t at)
{
    Py_ssize_t first = at;

    while (at + 1 < c->end && sign_at(c, at) >= 'A' && sign_at(c, at) <= 'Z'
           && sign_at(c, at + 1) == '.') {
        at += 2;
    }
    return at - first > 2 ? at : 0;
}

/* Say whether letters with a full stop behind them are an abbreviation; -1 with an error set. */
static int
is_abbreviation(const Cut *c, Py_ssize_t start, Py_ssize_t end)
{
    PyObject *word = PyUnicode_Substring(c->text, start, end);
    int is_one = word == NULL ? -1 : PySet_Contains(c->abbreviations, word);

    Py_XDECREF(word);
    return is_one;
}

/* Give where the English word that begins at a place ends; 0 with an error set. */
static Py_ssize_t
end_of_english(const Cut *c, Py_ssize_t first)
{
    Py_ssize_t at = first, end;

    while (at < c->end && is_alnum(sign_at(c, at))) {
        at++;
    }
    if (at < c->end && sign_at(c, at) == '.'
        && !(first > 0 && is_letter(sign_at(c, first - 1)))) {
        int is_one;

        if ((end = end_of_initials(c, first)) > 0) {
            return end;
        }
        if ((is_one = is_abbreviation(c, first, at)) != 0) {
            return is_one > 0 ? at + 1 : 0;
        }
    }
    while (at + 1 < c->end && is_apostrophe(sign_at(c, at)) && !is_possessive(c, at + 1)
           && is_letter(sign_at(c, at + 1))) {
        do {
            at++;
        } while (at < c->end && is_letter(sign_at(c, at)));
    }
    return at;
}

/* Give where the token that begins at a place ends; 0 with an error set. */
static Py_ssize_t
end_of_token(const Cut *c, Py_ssize_t at)
{
    Py_UCS4 sign = sign_at(c, at);
    Py_ssize_t end = c->way != SIGNS && is_digit(c, sign) ? end_of_number(c, at) : 0;
    int kind;

    if (end > 0 || c->way == SIGNS) {
        return end > 0 ? end : at + 1;
    }
    if (c->way == ENGLISH) {
        if (is_apostrophe(sign) && is_possessive(c, at + 1)) {
            return at + 2;
        }
        return is_alnum(sign) ? end_of_english(c, at) : at + 1;
    }
    end = at + 1;
    if (c->way == JAPANESE) {
        kind = japanese_kind(sign);
        while (kind && end < c->end && japanese_kind(sign_at(c, end)) == kind) {
            end++;
        }
    }
    else if (is_alnum(sign) || is_mark(sign)) {
        while (end < c->end && (is_alnum(sign_at(c, end)) || is_mark(sign_at(c, end)))) {
            end++;
        }
    }
    return end;
}

/* Make a token of the word at a place; a new reference. */
static PyObject *
token_of(const Cut *c, Py_ssize_t start, Py_ssize_t end)
{
    PyObject *word, *folded, *from, *to, *token;

    if (!meet(c->known, c->text, start, end, &word, &folded)) {
        return NULL;
    }
    from = PyLong_FromSsize_t(start);
    to = PyLong_FromSsize_t(end);
    token = from == NULL || to == NULL ? NULL : c->type->tp_alloc(c->type, FIELDS);
    if (token == NULL) {
        Py_XDECREF(from);
        Py_XDECREF(to);
        Py_DECREF(word);
        Py_DECREF(folded);
        return NULL;
    }
    PyTuple_SET_ITEM(token, 0, from);
    PyTuple_SET_ITEM(token, 1, to);
    PyTuple_SET_ITEM(token, 2, word);
    PyTuple_SET_ITEM(token, 3, folded);
    return token;
}

/* Add the tokens from a place on to a list; 0 with an error set. */
static int
add_tokens(PyObject *found, const Cut *c, Py_ssize_t at)
{
    while (at < c->end) {
        PyObject *token;
        Py_ssize_t end;
        int failed;

        if (Py_UNICODE_ISSPACE(sign_at(c, at))) {
            at++;
            continue;
        }
        if ((end = end_of_token(c, at)) == 0
            || (token = token_of(c, at, end)) == NULL) {
            return 0;
        }
        failed = PyList_Append(found, token);
        Py_DECREF(token);
        if (failed) {
            return 0;
        }
        at = end;
    }
    return 1;
}

/* Take in how a text is to be cut; 0 with an error set. */
static int
read_way(Cut *c, PyObject *way)
{
    PyObject *type, *known;

    if (!PyTuple_Check(way) || PyTuple_GET_SIZE(way) != PARTS) {
        PyErr_SetString(PyExc_TypeError, "a way has five parts");
        return 0;
    }
    c->way = PyLong_AsLong(PyTuple_GET_ITEM(way, 1));
    c->abbreviations = PyTuple_GET_ITEM(way, 2);
    type = PyTuple_GET_ITEM(way, 3);
    known = PyTuple_GET_ITEM(way, 4);
    if (PyErr_Occurred()) {
        return 0;
    }
    if (!PyFrozenSet_Check(c->abbreviations) || !PyType_Check(type)
        || !Py_IS_TYPE(known, &met_words_type)) {
        PyErr_SetString(PyExc_TypeError, "these are no parts of a way");
        return 0;
    }
    c->type = (PyTypeObject *)type;
    c->known = (MetWords *)known;
    if (!PyType_IsSubtype(c->type, &PyTuple_Type)
        || c->type->tp_basicsize != PyTuple_Type.tp_basicsize) {
        PyErr_SetString(PyExc_TypeError, "a token is a tuple and nothing more");
        return 0;
    }
    if (c->way < 0 || c->way >= WAYS) {
        PyErr_SetString(PyExc_ValueError, "no text is cut so");
        return 0;
    }
    return 1;
}

const char tokenize_doc[] = PyDoc_STR(
"tokenize(text: str, start: int, end: int, way: tuple) -> tuple\n\n"
"Give for each word and sign of `text[start:end]` a token, a tuple of its start, its end, and the\n"
"two strings that are known for it. The way is one of tokens.py: its expression, its number, the\n"
"abbreviations of English without their full stop, the kind of token, and the words that were met.");

PyObject *
tokenize(PyObject *Py_UNUSED(module), PyObject *const *args, Py_ssize_t count)
{
    PyObject *found, *tokens = NULL;
    Py_ssize_t start;
    Cut c;

    if (count != 4 || !PyUnicode_Check(args[0])) {
        PyErr_SetString(PyExc_TypeError, "a text is cut from a place to another in some way");
        return NULL;
    }
    c.text = args[0];
    c.kind = PyUnicode_KIND(c.text);
    c.data = PyUnicode_DATA(c.text);
    start = PyLong_AsSsize_t(args[1]);
    c.end = PyErr_Occurred() ? 0 : PyLong_AsSsize_t(args[2]);
    if (PyErr_Occurred() || !read_way(&c, args[3]) || (found = PyList_New(0)) == NULL) {
        return NULL;
    }
    c.end = Py_MIN(c.end, PyUnicode_GET_LENGTH(c.text));
    if (add_tokens(found, &c, Py_MAX(start, 0))) {
        tokens = PyList_AsTuple(found);
    }
    Py_DECREF(found);
    return tokens;
}
