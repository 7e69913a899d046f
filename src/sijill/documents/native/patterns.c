/* A folded text and what its words may begin go in; where patterns stand in it comes out.
 *
 * The loops of `beginnings`: the words of a text are looked up, and the steps of each pattern that
 * one of them may begin are taken from there. `pattern_steps` writes the steps, and says what each
 * means; a match is the first that an expression of the same steps would find.
 */

#include "loops.h"

/* Those of pattern_steps.py. */
enum {
    MATCHED,
    LETTERS,   /* count, letters */
    EITHER,    /* how far it is to the other way */
    GO_ON,     /* how far */
    ENDING,    /* most word signs */
    NUMBER,    /* most digits, commas and points behind the first digit */
    BLANKS,    /* most blanks, at least one */
    GAP,       /* most signs, and of which kind a sentence ends */
    EDGE,      /* no word goes on here */
    EDGE_OR_BLANK,
    NO_WORD_BEFORE,
    STEPS,
};

#define NO_MATCH (-1)
#define FAILED (-2)
#define LAST_BITS 0xff
/* Whether there is time left is asked once in so many steps. */
#define OFTEN 65536

typedef struct {
    const void *data;
    int kind;
    Py_ssize_t length;
    const int *steps;
    Py_ssize_t count;
    long taken;
    PyObject *check;
} Match;

static Py_UCS4
sign_at(const Match *m, Py_ssize_t place)
{
    return PyUnicode_READ(m->kind, m->data, place);
}

static int
is_word(Py_UCS4 sign)
{
    return sign != ' ' && (Py_UNICODE_ISALNUM(sign) || sign == '_');
}

static int
is_word_at(const Match *m, Py_ssize_t place)
{
    return place >= 0 && place < m->length && is_word(sign_at(m, place));
}

/* Say whether a gap may hold a sign: it stays in its sentence, which in Japanese only 。 ends. */
static int
is_in_gap(Py_UCS4 sign, int is_japanese)
{
    if (sign == '\n' || sign == 0x3002) {
        return 0;
    }
    return is_japanese
        || !(sign == '.' || sign == '!' || sign == '?' || sign == 0x061f || sign == ';'
             || sign == 0x061b);
}

/* Give how many of up to `most` signs behind a place a step may take. */
static Py_ssize_t
reach(const Match *m, int step, int kind, Py_ssize_t place, Py_ssize_t most)
{
    Py_ssize_t taken = 0;

    for (; taken < most && place + taken < m->length; taken++) {
        Py_UCS4 sign = sign_at(m, place + taken);
        int fits = step == ENDING ? is_word(sign)
            : step == NUMBER ? Py_UNICODE_ISDECIMAL(sign) || sign == '.' || sign == ','
            : step == BLANKS ? Py_UNICODE_ISSPACE(sign) : is_in_gap(sign, kind);

        if (!fits) {
            break;
        }
    }
    return taken;
}

static int
has_time(Match *m)
{
    PyObject *asked;

    if (++m->taken < OFTEN) {
        return 1;
    }
    m->taken = 0;
    if ((asked = PyObject_CallNoArgs(m->check)) == NULL) {
        return 0;
    }
    Py_DECREF(asked);
    return 1;
}

static Py_ssize_t take(Match *m, Py_ssize_t at, Py_ssize_t place);

/* Say whether letters are to be taken of which not even the first stands at a place. */
static int
begins_otherwise(const Match *m, Py_ssize_t at, Py_ssize_t place)
{
    const int *steps = m->steps + at;

    return m->count - at > 2 && *steps == LETTERS && steps[1] > 0
        && (place >= m->length || sign_at(m, place) != (Py_UCS4)steps[2]);
}

/* Leave out the ways to go on, from the choice at `at` on, whose first letter does not stand here;
 * give the step behind them. */
static Py_ssize_t
pass_over(const Match *m, Py_ssize_t at, Py_ssize_t place)
{
    while (at + 1 < m->count && m->steps[at] == EITHER && m->steps[at + 1] >= 0
           && begins_otherwise(m, at + 2, place)) {
        at += 2 + m->steps[at + 1];
    }
    return at;
}

/* Write down with which signs, by their last bits, the steps from `at` on may begin; 0 for any. */
static int
first_signs(const Match *m, Py_ssize_t at, unsigned char *may_begin)
{
    const int *steps = m->steps + at;
    Py_ssize_t left = m->count - at;

    if (at < 0 || left < 3 || steps[1] < 0) {
        return 0;
    }
    switch (*steps) {
    case LETTERS:
        may_begin[steps[2] & LAST_BITS] = 1;
        return steps[1] > 0;
    case EITHER:
        return first_signs(m, at + 2, may_begin)
            && steps[1] < left && first_signs(m, at + 2 + steps[1], may_begin);
    case NO_WORD_BEFORE:
        return first_signs(m, at + 1, may_begin);
    default:
        return 0;
    }
}

/* Take a gap of at most `most` signs, the shortest that lets the steps behind it be taken. */
static Py_ssize_t
take_gap(Match *m, Py_ssize_t at, Py_ssize_t place, Py_ssize_t most)
{
    unsigned char may_begin[LAST_BITS + 1] = {0};
    int is_known = first_signs(m, at, may_begin);
    Py_ssize_t last = place + most, end;

    for (; place <= last; place++) {
        if (is_known
            && (place >= m->length || !may_begin[sign_at(m, place) & LAST_BITS])) {
            continue;
        }
        if ((end = take(m, at, place)) != NO_MATCH) {
            return end;
        }
    }
    return NO_MATCH;
}

/* Say whether the step at `at` is taken only where a word has ended. */
static int
is_behind_word(const Match *m, Py_ssize_t at)
{
    while (at >= 0 && at + 1 < m->count && m->steps[at] == GO_ON && m->steps[at + 1] >= 0) {
        at += 2 + m->steps[at + 1];
    }
    return at >= 0 && at < m->count && (m->steps[at] == BLANKS || m->steps[at] == EDGE);
}

/* Give where a match ends of which the steps from `at` on are still to be taken at a place. */
static Py_ssize_t
take(Match *m, Py_ssize_t at, Py_ssize_t place)
{
    static const int operands[STEPS] = {0, 1, 1, 1, 1, 1, 1, 2, 0, 0, 0};

    for (;;) {
        int step = at >= 0 && at < m->count ? m->steps[at] : STEPS;
        const int *given = m->steps + at + 1;
        Py_ssize_t most, least, end;

        if (step < 0 || step >= STEPS || at + 1 + operands[step] > m->count
            || (step == LETTERS && (*given < 0 || *given > m->count - at - 2))) {
            PyErr_SetString(PyExc_ValueError, "these are no steps of a pattern");
            return FAILED;
        }
        if (!has_time(m)) {
            return FAILED;
        }
        at += 1 + operands[step];
        switch (step) {
        case MATCHED:
            return place;
        case LETTERS:
            if (*given > m->length - place) {
                return NO_MATCH;
            }
            for (most = 0; most < *given; most++) {
                if (sign_at(m, place + most) != (Py_UCS4)given[1 + most]) {
                    return NO_MATCH;
                }
            }
            place += most;
            at += most;
            break;
        case EITHER:
            if ((most = pass_over(m, at - 2, place)) != at - 2) {
                at = most;
                break;
            }
            if ((end = take(m, at, place)) != NO_MATCH) {
                return end;
            }
            at += *given;
            break;
        case GO_ON:
            at += *given;
            break;
        case GAP:
            return take_gap(m, at, place, reach(m, step, given[1], place, *given));
        case ENDING:
        case NUMBER:
        case BLANKS:
            least = step != ENDING;
            if (step == NUMBER
                && !(place < m->length && Py_UNICODE_ISDECIMAL(sign_at(m, place)))) {
                return NO_MATCH;
            }
            most = step == NUMBER ? 1 + reach(m, step, 0, place + 1, *given)
                                  : reach(m, step, 0, place, *given);
            if (most < least) {
                return NO_MATCH;
            }
            if (step == ENDING && is_behind_word(m, at)) {
                place += most;
                break;
            }
            for (; most > least; most--) {
                if ((end = take(m, at, place + most)) != NO_MATCH) {
                    return end;
                }
            }
            place += least;
            break;
        case EDGE:
            if (is_word_at(m, place)) {
                return NO_MATCH;
            }
            break;
        case EDGE_OR_BLANK:
            if (is_word_at(m, place)
                && !(place > 0 && Py_UNICODE_ISSPACE(sign_at(m, place - 1)))) {
                return NO_MATCH;
            }
            break;
        default: /* NO_WORD_BEFORE */
            if (is_word_at(m, place - 1)) {
                return NO_MATCH;
            }
        }
    }
}

/* The tables of a language, and what is still to be asked of Python. */
typedef struct {
    PyObject *tables; /* list by table of list by rank: steps as bytes, or None */
    PyObject *steps_of;
    PyObject *found; /* list by table of list of (start, end, rank) */
} Tables;

/* Give the steps of a pattern, a new reference. */
static PyObject *
steps_of(const Tables *t, PyObject *table, Py_ssize_t number, PyObject *rank)
{
    PyObject *rows = PyList_GET_ITEM(t->tables, number), *steps;
    Py_ssize_t row = PyLong_AsSsize_t(rank);

    if (row < 0 || !PyList_Check(rows) || row >= PyList_GET_SIZE(rows)) {
        if (!PyErr_Occurred()) {
            PyErr_SetString(PyExc_IndexError, "there is no such pattern");
        }
        return NULL;
    }
    steps = PyList_GET_ITEM(rows, row);
    steps = steps != Py_None ? Py_NewRef(steps)
                             : PyObject_CallFunctionObjArgs(t->steps_of, table, rank, NULL);
    if (steps != NULL && !PyBytes_Check(steps)) {
        PyErr_SetString(PyExc_TypeError, "steps are bytes");
        Py_CLEAR(steps);
    }
    return steps;
}

/* Try one pattern at a place: write it down if it stands there. */
static int
try_at(Match *m, const Tables *t, PyObject *table, Py_ssize_t number, PyObject *rank,
       Py_ssize_t place)
{
    PyObject *steps = steps_of(t, table, number, rank), *hit;
    Py_ssize_t end;
    int is_done;

    if (steps == NULL) {
        return 0;
    }
    m->steps = (const int *)PyBytes_AS_STRING(steps);
    m->count = PyBytes_GET_SIZE(steps) / (Py_ssize_t)sizeof(int);
    end = take(m, 0, place);
    Py_DECREF(steps);
    if (end == FAILED) {
        return 0;
    }
    if (end <= place) {
        return 1;
    }
    if ((hit = Py_BuildValue("(nnO)", place, end, rank)) == NULL) {
        return 0;
    }
    is_done = PyList_Append(PyList_GET_ITEM(t->found, number), hit) == 0;
    Py_DECREF(hit);
    return is_done;
}

/* Try all that a word may begin: (letters before it, table, ranks) each. */
static int
try_word(Match *m, const Tables *t, PyObject *begun, Py_ssize_t place)
{
    Py_ssize_t i, j;

    for (i = 0; i < PyTuple_GET_SIZE(begun); i++) {
        PyObject *one = PyTuple_GET_ITEM(begun, i), *table, *ranks;
        Py_ssize_t offset, number;

        if (!PyTuple_Check(one) || PyTuple_GET_SIZE(one) != 3
            || !PyTuple_Check(PyTuple_GET_ITEM(one, 2))) {
            PyErr_SetString(PyExc_TypeError, "a beginning is (letters before, table, ranks)");
            return 0;
        }
        offset = PyLong_AsSsize_t(PyTuple_GET_ITEM(one, 0));
        table = PyTuple_GET_ITEM(one, 1);
        ranks = PyTuple_GET_ITEM(one, 2);
        number = offset == -1 && PyErr_Occurred() ? -1 : PyLong_AsSsize_t(table);
        if (number < 0 || number >= PyList_GET_SIZE(t->tables) || offset < 0) {
            if (!PyErr_Occurred()) {
                PyErr_SetString(PyExc_IndexError, "there is no such table");
            }
            return 0;
        }
        for (j = 0; j < PyTuple_GET_SIZE(ranks); j++) {
            if (!try_at(m, t, table, number, PyTuple_GET_ITEM(ranks, j), place + offset)) {
                return 0;
            }
        }
    }
    return 1;
}

/* Look up what begins in the letters of a text from `start` to `end`, and try it. */
static int
try_letters(Match *m, const Tables *t, PyObject *text, PyObject *known, PyObject *begun_by,
            Py_ssize_t start, Py_ssize_t end)
{
    PyObject *letters = PyUnicode_Substring(text, start, end), *begun;
    int is_done;

    if (letters == NULL) {
        return 0;
    }
    begun = Py_XNewRef(PyDict_GetItemWithError(known, letters));
    if (begun == NULL && !PyErr_Occurred()) {
        begun = PyObject_CallOneArg(begun_by, letters);
    }
    Py_DECREF(letters);
    if (begun != NULL && !PyTuple_Check(begun)) {
        PyErr_SetString(PyExc_TypeError, "what a word may begin is a tuple");
        Py_CLEAR(begun);
    }
    if (begun == NULL) {
        return 0;
    }
    is_done = has_time(m) && try_word(m, t, begun, start);
    Py_DECREF(begun);
    return is_done;
}

static int
find_in(Match *m, const Tables *t, PyObject *text, PyObject *known, PyObject *begun_by, int is_pairs)
{
    Py_ssize_t place = 0;

    while (place < m->length) {
        Py_UCS4 sign = sign_at(m, place);
        Py_ssize_t end = place + 1;

        if (is_pairs) {
            end = place + 2;
            if (!Py_UNICODE_ISSPACE(sign)
                && !try_letters(m, t, text, known, begun_by, place, end)) {
                return 0;
            }
            place++;
            continue;
        }
        if (Py_UNICODE_ISALNUM(sign)) {
            while (end < m->length && Py_UNICODE_ISALNUM(sign_at(m, end))) {
                end++;
            }
        }
        if (sign != '_' && !Py_UNICODE_ISSPACE(sign)
            && !try_letters(m, t, text, known, begun_by, place, end)) {
            return 0;
        }
        place = end;
    }
    return 1;
}

const char find_doc[] = PyDoc_STR(
"find(text: str, known: dict, begun_by, tables: list[list[bytes | None]], steps_of, check,\n"
"     is_pairs: bool) -> list[list[tuple[int, int, int]]]\n\n"
"Give for each table the (start, end, rank) of all its patterns in a folded text.\n\n"
"`known` holds for words, or for pairs of signs, what each may begin: (letters before the\n"
"beginning, table, ranks) each; `begun_by(word)` gives it for a word that is not there, and\n"
"`steps_of(table, rank)` the steps of a pattern where the list of its table has None. `check`\n"
"is called now and then; what it raises ends the search.");

PyObject *
find(PyObject *Py_UNUSED(module), PyObject *args)
{
    PyObject *text, *known, *begun_by;
    Tables tables;
    Match match = {.taken = 0};
    Py_ssize_t i;
    int is_pairs;

    if (!PyArg_ParseTuple(args, "UO!OO!OOp:find", &text, &PyDict_Type, &known, &begun_by,
                          &PyList_Type, &tables.tables, &tables.steps_of, &match.check,
                          &is_pairs)
        || (tables.found = PyList_New(0)) == NULL) {
        return NULL;
    }
    for (i = 0; i < PyList_GET_SIZE(tables.tables); i++) {
        PyObject *row = PyList_New(0);

        if (row == NULL || PyList_Append(tables.found, row) < 0) {
            Py_XDECREF(row);
            Py_DECREF(tables.found);
            return NULL;
        }
        Py_DECREF(row);
    }
    match.data = PyUnicode_DATA(text);
    match.kind = PyUnicode_KIND(text);
    match.length = PyUnicode_GET_LENGTH(text);
    if (!find_in(&match, &tables, text, known, begun_by, is_pairs)) {
        Py_CLEAR(tables.found);
    }
    return tables.found;
}
