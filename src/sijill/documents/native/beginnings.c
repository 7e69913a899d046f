/* The beginnings of patterns go in, then folded texts; where the patterns stand in these comes out.
 *
 * The loops of `beginnings`: a tree of letters is gone down with each word of a text, and the steps
 * of each pattern that begins on the way are taken.
 */

#include "patterns.h"
#include "tree.h"

#include <string.h>

/* What is left of a word without them has at least so many letters, as in beginnings.py. */
#define SHORTEST_BEHIND_FIRST 2
#define SHORTEST_STEM 3
/* So many blanks may part two words of a pattern: BLANKS of pattern_steps.py. */
#define MOST_BLANKS 3
/* So many first letters of a word have a number, and what it is made by: as in pattern_steps.py. */
#define NUMBERED 5
#define MIX 5063
/* The first letters of a word, 0 where there are not so many. */
#define TOLD 2
typedef struct {
    Py_UCS4 letters[TOLD];
} Head;

/* A pattern that begins with the letters that lead to a knot. */
typedef struct {
    int table, rank;
    int is_whole;   /* no word goes on behind these letters */
    int first, end; /* where the heads stand that the next word may have; none for any */
    int next;       /* of the same knot, or NONE */
} Begun;

typedef struct {
    PyObject_HEAD
    PyObject *fronts;
    Tree tree; /* the mark of a knot is the first of what begins there */
    Begun *begun;
    int count, held;
    Head *heads;
    int count_heads, held_heads;
    PyObject *steps; /* list by table of list by rank: bytes, or None */
} Beginnings;

/* Say whether a word with these first letters may follow a beginning. */
static int
may_follow(const Beginnings *self, const Begun *begun, Head next)
{
    int at;

    for (at = begun->first; at < begun->end; at++) {
        const Py_UCS4 *letters = self->heads[at].letters;

        if (letters[0] == next.letters[0] && (!letters[1] || letters[1] == next.letters[1])) {
            return 1;
        }
    }
    return begun->first == begun->end;
}

/* Say whether a pattern begins at a knot whatever stands behind, or whatever other word. */
static int
is_begun(const Beginnings *self, int knot, int table, int rank, int is_last)
{
    int at = self->tree.marks[knot];

    for (; at != NONE; at = self->begun[at].next) {
        const Begun *begun = &self->begun[at];

        if (begun->table == table && begun->rank == rank && begun->first == begun->end
            && (is_last || !begun->is_whole)) {
            return 1;
        }
    }
    return 0;
}

/* Take in what the next word may begin with, parted by blanks; 0 with an error set. */
static int
add_heads(Beginnings *self, Begun *begun, PyObject *following)
{
    Py_ssize_t i, letter = 0;

    begun->first = begun->end = self->count_heads;
    for (i = 0; i < PyUnicode_GET_LENGTH(following); i++) {
        Py_UCS4 sign = PyUnicode_READ_CHAR(following, i);

        if (sign == ' ') {
            letter = 0;
            continue;
        }
        if (letter == 0) {
            if (!hold_one_more((void **)&self->heads, self->count_heads, &self->held_heads,
                               sizeof(Head))) {
                return 0;
            }
            self->heads[self->count_heads++] = (Head){{0}};
            begun->end = self->count_heads;
        }
        if (letter < TOLD) {
            self->heads[begun->end - 1].letters[letter++] = sign;
        }
    }
    return 1;
}

/* Take in a beginning; 0 with an error set. */
static int
add_one(Beginnings *self, PyObject *letters, Begun begun)
{
    Py_ssize_t i;
    int knot = ROOT;

    for (i = 0; i < PyUnicode_GET_LENGTH(letters); i++) {
        // A pattern that a shorter beginning finds is not to be found twice.
        if (is_begun(self, knot, begun.table, begun.rank, 0)) {
            return 1;
        }
        if ((knot = grow(&self->tree, knot, PyUnicode_READ_CHAR(letters, i))) == NONE) {
            return 0;
        }
    }
    if (is_begun(self, knot, begun.table, begun.rank, 1)) {
        return 1;
    }
    if (!hold_one_more((void **)&self->begun, self->count, &self->held, sizeof(Begun))) {
        return 0;
    }
    begun.next = self->tree.marks[knot];
    self->begun[self->count] = begun;
    self->tree.marks[knot] = self->count++;
    return 1;
}

static const char add_doc[] = PyDoc_STR(
"add(beginnings: list[tuple[str, int, bool, str]], count: int) -> None\n\n"
"Take in a table of `count` patterns by their beginnings: letters, the rank of the pattern, whether\n"
"the letters are always a whole word, and what the next word may begin with: up to two letters of\n"
"each, with blanks between them, an empty string for any. They are sorted, so that those which\n"
"begin with others come behind these.");

static PyObject *
add(Beginnings *self, PyObject *args)
{
    PyObject *rows, *steps;
    Py_ssize_t count, table, i;
    int is_done;

    if (!PyArg_ParseTuple(args, "O!n:add", &PyList_Type, &rows, &count)) {
        return NULL;
    }
    table = PyList_GET_SIZE(self->steps);
    if (count < 0 || (steps = PyList_New(count)) == NULL) {
        return PyErr_Occurred() ? NULL : PyErr_Format(PyExc_ValueError, "no table is so short");
    }
    for (i = 0; i < count; i++) {
        PyList_SET_ITEM(steps, i, Py_NewRef(Py_None));
    }
    is_done = PyList_Append(self->steps, steps) == 0;
    Py_DECREF(steps);
    for (i = 0; is_done && i < PyList_GET_SIZE(rows); i++) {
        PyObject *row = PyList_GET_ITEM(rows, i), *letters, *following;
        Begun begun = {.table = (int)table};

        if (!PyTuple_Check(row)) {
            PyErr_SetString(PyExc_TypeError, "a beginning is a tuple");
            return NULL;
        }
        if (!PyArg_ParseTuple(row, "UipU", &letters, &begun.rank, &begun.is_whole, &following)) {
            return NULL;
        }
        if (begun.rank < 0 || begun.rank >= count || !PyUnicode_GET_LENGTH(letters)) {
            PyErr_SetString(PyExc_ValueError, "there is no such beginning");
            return NULL;
        }
        is_done = add_heads(self, &begun, following) && add_one(self, letters, begun);
    }
    return is_done ? Py_NewRef(Py_None) : NULL;
}

/* What is looked for in one text, and what is still to be asked of Python. */
typedef struct {
    Beginnings *self;
    Match match;
    PyObject *steps_of;
    PyObject *found; /* list by table of list of (start, -end, rank) */
} Search;

/* Give the steps of a pattern, a new reference. */
static PyObject *
steps_of(const Search *s, int table, int rank)
{
    PyObject *rows = PyList_GET_ITEM(s->self->steps, table);
    PyObject *steps = PyList_GET_ITEM(rows, rank);

    if (steps != Py_None) {
        return Py_NewRef(steps);
    }
    steps = PyObject_CallFunction(s->steps_of, "ii", table, rank);
    if (steps != NULL && !PyBytes_Check(steps)) {
        PyErr_SetString(PyExc_TypeError, "steps are bytes");
        Py_CLEAR(steps);
    }
    if (steps != NULL) {
        PyList_SetItem(rows, rank, Py_NewRef(steps));
    }
    return steps;
}

/* Try one pattern at a place: write it down if it stands there. */
static int
try_at(Search *s, int table, int rank, Py_ssize_t place)
{
    PyObject *steps, *hit;
    Py_ssize_t end;
    int is_done;

    if (table >= PyList_GET_SIZE(s->found)) {
        return 1; // added since the search began
    }
    if ((steps = steps_of(s, table, rank)) == NULL) {
        return 0;
    }
    end = end_of_match(&s->match, steps, place);
    Py_DECREF(steps);
    if (end == FAILED || end <= place) {
        return end != FAILED;
    }
    if ((hit = Py_BuildValue("(nni)", place, -end, rank)) == NULL) {
        return 0;
    }
    is_done = PyList_Append(PyList_GET_ITEM(s->found, table), hit) == 0;
    Py_DECREF(hit);
    return is_done;
}

/* Give what the word behind one that ends at a place begins with; nothing where none is near. */
static Head
head_behind(const Match *m, Py_ssize_t place)
{
    Py_ssize_t first = place;
    Head head = {{0}};
    int i;

    while (place < m->length && place - first < MOST_BLANKS
           && Py_UNICODE_ISSPACE(sign_at(m, place))) {
        place++;
    }
    for (i = 0; i < TOLD && place > first && place + i < m->length; i++) {
        head.letters[i] = sign_at(m, place + i);
    }
    return head;
}

/* Try all that begins with the letters from a place to the end of their word, or the first ones. */
static int
try_letters(Search *s, Py_ssize_t place, Py_ssize_t end)
{
    const Beginnings *self = s->self;
    Head next = head_behind(&s->match, end);
    Py_ssize_t at = place;
    int knot = ROOT, i;

    while (at < end) {
        if ((knot = knot_below(&self->tree, knot, sign_at(&s->match, at++))) == NONE) {
            break;
        }
        // What is asked of Python may add to what is held here: no pointer into it is kept.
        for (i = self->tree.marks[knot]; i != NONE; i = self->begun[i].next) {
            const Begun *begun = &self->begun[i];

            if ((begun->is_whole && at < end) || !may_follow(self, begun, next)) {
                continue;
            }
            if (!try_at(s, begun->table, begun->rank, place)) {
                return 0;
            }
        }
    }
    return 1;
}

/* Give how many of the letters of a word, from a place on, are one of a group of fronts. */
static Py_ssize_t
front_length(const Match *m, PyObject *group, Py_ssize_t place, Py_ssize_t end)
{
    Py_ssize_t i, j;

    for (i = 0; i < PyTuple_GET_SIZE(group); i++) {
        PyObject *front = PyTuple_GET_ITEM(group, i);
        Py_ssize_t length = PyUnicode_GET_LENGTH(front);

        if (length > end - place) {
            continue;
        }
        for (j = 0; j < length; j++) {
            if (sign_at(m, place + j) != PyUnicode_READ_CHAR(front, j)) {
                break;
            }
        }
        if (j == length) {
            return length;
        }
    }
    return 0;
}

/* Try what begins with a word, and with what is left of it without what is written onto it. */
static int
try_word(Search *s, Py_ssize_t place, Py_ssize_t end)
{
    PyObject *fronts = s->self->fronts;
    Py_ssize_t offset = 0, i;

    if (!has_time(&s->match) || !try_letters(s, place, end)) {
        return 0;
    }
    for (i = 0; i < PyTuple_GET_SIZE(fronts); i++) {
        Py_ssize_t length = front_length(&s->match, PyTuple_GET_ITEM(fronts, i), place + offset,
                                         end);
        Py_ssize_t least = i == 0 ? SHORTEST_BEHIND_FIRST : SHORTEST_STEM;

        offset += length;
        if (length > 0 && end - place - offset >= least
            && !try_letters(s, place + offset, end)) {
            return 0;
        }
    }
    return 1;
}

/* Let the letters that a word begins with be known to stand nearest where it does. */
static void
note_word(const Match *m, Py_ssize_t *nearest, Py_ssize_t place, Py_ssize_t end)
{
    unsigned int number = 0;
    Py_ssize_t at;

    for (at = place; at < end && at < place + NUMBERED; at++) {
        number = number * MIX + sign_at(m, at);
        nearest[number & (HEADS - 1)] = place;
    }
}

/* Try every sign with the next one, the last one first: of all letters behind it is known where. */
static int
find_in_pairs(Search *s, Py_ssize_t *nearest)
{
    const Match *m = &s->match;
    Py_ssize_t place;

    for (place = m->length - 1; place >= 0; place--) {
        note_word(m, nearest, place, m->length);
        if (!Py_UNICODE_ISSPACE(sign_at(m, place))
            && !try_word(s, place, Py_MIN(place + 2, m->length))) {
            return 0;
        }
    }
    return 1;
}

/* Try every word and sign, the last one first. */
static int
find_in_words(Search *s, Py_ssize_t *nearest)
{
    const Match *m = &s->match;
    Py_ssize_t place, end;

    for (end = m->length; end > 0; end = place) {
        Py_UCS4 sign = sign_at(m, place = end - 1);
        int is_word = Py_UNICODE_ISALNUM(sign);

        while (is_word && place > 0 && Py_UNICODE_ISALNUM(sign_at(m, place - 1))) {
            place--;
        }
        if (sign != '_' && !Py_UNICODE_ISSPACE(sign) && !try_word(s, place, end)) {
            return 0;
        }
        if (is_word) {
            note_word(m, nearest, place, end);
        }
    }
    return 1;
}

static const char find_doc[] = PyDoc_STR(
"find(text: str, steps_of, check, is_pairs: bool) -> list[list[tuple[int, int, int]]]\n\n"
"Give for each table the (start, -end, rank) of all its patterns in a folded text.\n\n"
"`steps_of(table, rank)` gives the steps of a pattern that are not known yet. `check` is called\n"
"now and then; what it raises is raised. `is_pairs` takes each sign with the next one for a word.");

static PyObject *
find(Beginnings *self, PyObject *args)
{
    PyObject *text;
    Search search = {.self = self};
    Match *m = &search.match;
    Py_ssize_t nearest[HEADS], i;
    int is_pairs;

    if (!PyArg_ParseTuple(args, "UOOp:find", &text, &search.steps_of, &m->check, &is_pairs)
        || (search.found = PyList_New(PyList_GET_SIZE(self->steps))) == NULL) {
        return NULL;
    }
    for (i = 0; i < PyList_GET_SIZE(search.found); i++) {
        PyObject *row = PyList_New(0);

        if (row == NULL) {
            Py_DECREF(search.found);
            return NULL;
        }
        PyList_SET_ITEM(search.found, i, row);
    }
    m->data = PyUnicode_DATA(text);
    m->kind = PyUnicode_KIND(text);
    m->length = PyUnicode_GET_LENGTH(text);
    m->nearest = nearest;
    for (i = 0; i < HEADS; i++) {
        nearest[i] = PY_SSIZE_T_MAX;
    }
    if (!(is_pairs ? find_in_pairs : find_in_words)(&search, nearest)) {
        Py_CLEAR(search.found);
    }
    return search.found;
}

/* Say whether fronts are groups of letters; else an error is set. */
static int
are_fronts(PyObject *fronts)
{
    Py_ssize_t i, j;

    for (i = 0; i < PyTuple_GET_SIZE(fronts); i++) {
        PyObject *group = PyTuple_GET_ITEM(fronts, i);

        for (j = 0; PyTuple_Check(group) && j < PyTuple_GET_SIZE(group); j++) {
            if (!PyUnicode_Check(PyTuple_GET_ITEM(group, j))) {
                break;
            }
        }
        if (!PyTuple_Check(group) || j < PyTuple_GET_SIZE(group)) {
            PyErr_SetString(PyExc_TypeError, "fronts are tuples of letters");
            return 0;
        }
    }
    return 1;
}

static void
free_beginnings(Beginnings *self)
{
    fell(&self->tree);
    PyMem_Free(self->begun);
    PyMem_Free(self->heads);
    Py_XDECREF(self->fronts);
    Py_XDECREF(self->steps);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

static PyObject *
new_beginnings(PyTypeObject *type, PyObject *args, PyObject *Py_UNUSED(options))
{
    PyObject *fronts;
    Beginnings *self;

    if (!PyArg_ParseTuple(args, "O!:Beginnings", &PyTuple_Type, &fronts) || !are_fronts(fronts)
        || (self = (Beginnings *)type->tp_alloc(type, 0)) == NULL) {
        return NULL;
    }
    self->fronts = Py_NewRef(fronts);
    self->steps = PyList_New(0);
    if (self->steps == NULL || !plant(&self->tree)) {
        Py_DECREF(self);
        return NULL;
    }
    return (PyObject *)self;
}

static PyMethodDef methods[] = {
    {"add", (PyCFunction)add, METH_VARARGS, add_doc},
    {"find", (PyCFunction)find, METH_VARARGS, find_doc},
    {NULL, NULL, 0, NULL},
};

PyTypeObject beginnings_type = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "sijill.documents._kernels.Beginnings",
    .tp_doc = "Beginnings(fronts: tuple[tuple[str, ...], ...])\n\n"
              "The beginnings of patterns; `fronts` are groups of letters written onto words.",
    .tp_basicsize = sizeof(Beginnings),
    .tp_dealloc = (destructor)free_beginnings,
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_methods = methods,
    .tp_new = new_beginnings,
};
