/* The kinds of the characters of a sentence go in; what is seen around each comes out.
 *
 * The loops of `characters` and `compounds`, for Japanese.
 */

#include "arrays.h"
#include "names.h"

#include <string.h>

/* How far a window reaches, and up to where the place in a run is told: see characters.py. */
#define REACH 3
#define FURTHEST_IN_RUN 4
/* So many kinds of a compound are told, and up to what length and nearness: see compounds.py. */
#define MOST_KINDS 5
#define LONGEST 6
#define FURTHEST 3
/* The first, an inner and the last character of a compound; then what all of them have. */
#define PLACES 3
#define NAMES 4

static Py_UCS4
sign_at(const Signs *signs, Py_ssize_t place)
{
    return PyUnicode_READ(signs->kind, signs->data, place);
}

/* Give the window of a character: kinds around it, its own, how far its run began and goes on. */
static PyObject *
window_at(const Signs *kinds, Py_ssize_t place, Py_ssize_t begin, Py_ssize_t end)
{
    Py_UCS4 window[2 * REACH + 4];
    Py_ssize_t at, count = 0;

    for (at = place - REACH; at <= place + REACH; at++) {
        window[count++] = at < 0 || at >= kinds->length ? '#' : sign_at(kinds, at);
    }
    window[count++] = sign_at(kinds, place);
    window[count++] = '0' + (Py_UCS4)Py_MIN(place - begin, FURTHEST_IN_RUN);
    window[count++] = '0' + (Py_UCS4)Py_MIN(end - 1 - place, FURTHEST_IN_RUN);
    return PyUnicode_FromKindAndData(PyUnicode_4BYTE_KIND, window, count);
}

const char windows_doc[] =
"windows(kinds: str) -> list[str]\n\n"
"Give for each character the kinds around it, and where in the run of its own kind it stands.";

PyObject *
windows(PyObject *Py_UNUSED(module), PyObject *given)
{
    PyObject *out;
    Py_ssize_t begin, end, place;
    Signs kinds;

    if (!PyUnicode_Check(given)) {
        return PyErr_Format(PyExc_TypeError, "kinds are a string");
    }
    kinds = signs_of(given);
    if ((out = PyList_New(kinds.length)) == NULL) {
        return NULL;
    }
    for (begin = 0; begin < kinds.length; begin = end) {
        end = begin + 1;
        while (end < kinds.length && sign_at(&kinds, end) == sign_at(&kinds, begin)) {
            end++;
        }
        for (place = begin; place < end; place++) {
            PyObject *window = window_at(&kinds, place, begin, end);

            if (window == NULL) {
                Py_DECREF(out);
                return NULL;
            }
            PyList_SET_ITEM(out, place, window);
        }
    }
    return out;
}

/* A sentence whose compounds are looked for. */
typedef struct {
    Signs text, kinds;
    PyObject *groups; /* tuple: for each character the class of its generic word, or "" */
    PyObject *nothing; /* "" */
    PyObject *spell_run, *spell_sides;
    PyObject *out;
} Sentence;

/* A compound, and the names that all its characters have but for the first of them. */
typedef struct {
    Py_ssize_t begin, end;
    PyObject *run; /* tuple: the first name for each of PLACES, the last name */
    PyObject *before, *behind;
} Compound;

static int
is_generic(const Sentence *s, Py_ssize_t place)
{
    return PyUnicode_GET_LENGTH(PyTuple_GET_ITEM(s->groups, place)) > 0;
}

/* Give the name that is `before` and then at most two characters of the text, `#` for none. */
static PyObject *
name_of(const char *before, const Signs *text, Py_ssize_t begin, Py_ssize_t end)
{
    Py_UCS4 name[8];
    Py_ssize_t count = 0;

    while (*before) {
        name[count++] = (Py_UCS4)*before++;
    }
    if (begin == end) {
        name[count++] = '#';
    }
    while (begin < end) {
        name[count++] = sign_at(text, begin++);
    }
    return PyUnicode_FromKindAndData(PyUnicode_4BYTE_KIND, name, count);
}

/* Ask what a function spells, a tuple of at least so many names. */
static PyObject *
spelled(PyObject *function, PyObject **args, size_t count, Py_ssize_t least)
{
    PyObject *names = PyObject_Vectorcall(function, args, count, NULL);

    if (names != NULL && (!PyTuple_Check(names) || PyTuple_GET_SIZE(names) < least)) {
        PyErr_SetString(PyExc_TypeError, "names are spelled as a tuple");
        Py_CLEAR(names);
    }
    return names;
}

/* Give what the kinds of a compound and its length spell. */
static PyObject *
run_of(const Sentence *s, Py_ssize_t begin, Py_ssize_t end)
{
    Py_UCS4 makeup[MOST_KINDS];
    PyObject *args[2], *names = NULL;
    Py_ssize_t count = 0, place;

    for (place = begin; place < end && count < MOST_KINDS; place++) {
        Py_UCS4 kind = sign_at(&s->kinds, place);

        if (count == 0 || makeup[count - 1] != kind) {
            makeup[count++] = kind;
        }
    }
    args[0] = PyUnicode_FromKindAndData(PyUnicode_4BYTE_KIND, makeup, count);
    args[1] = PyLong_FromSsize_t(Py_MIN((end - begin) / 2, LONGEST));
    if (args[0] != NULL && args[1] != NULL) {
        names = spelled(s->spell_run, args, 2, PLACES + 1);
    }
    Py_XDECREF(args[0]);
    Py_XDECREF(args[1]);
    return names;
}

/* Give what the nearest generic words spell: those at `last` and `next`, -1 for none. */
static PyObject *
sides_of(const Sentence *s, Py_ssize_t last, Py_ssize_t place, Py_ssize_t next)
{
    Py_ssize_t before = last < 0 ? 0 : Py_MIN((place - last - 1) / 2, FURTHEST);
    Py_ssize_t behind = next < 0 ? 0 : Py_MIN((next - place - 1) / 2, FURTHEST);
    PyObject *args[4] = {
        last < 0 ? s->nothing : PyTuple_GET_ITEM(s->groups, last),
        PyLong_FromSsize_t(before),
        next < 0 ? s->nothing : PyTuple_GET_ITEM(s->groups, next),
        PyLong_FromSsize_t(behind),
    };
    PyObject *names = NULL;

    if (args[1] != NULL && args[3] != NULL) {
        names = spelled(s->spell_sides, args, 4, 0);
    }
    Py_XDECREF(args[1]);
    Py_XDECREF(args[3]);
    return names;
}

/* Give all names of a character of a compound: those of its sides, if any, and of its run. */
static PyObject *
names_of(const Compound *c, Py_ssize_t place, PyObject *sides)
{
    Py_ssize_t count = sides == NULL ? 0 : PyTuple_GET_SIZE(sides), i;
    Py_ssize_t at = place == c->begin ? 0 : place == c->end - 1 ? 2 : 1;
    PyObject *names = PyTuple_New(count + NAMES);

    if (names == NULL) {
        return NULL;
    }
    for (i = 0; i < count; i++) {
        PyTuple_SET_ITEM(names, i, Py_NewRef(PyTuple_GET_ITEM(sides, i)));
    }
    PyTuple_SET_ITEM(names, count, Py_NewRef(PyTuple_GET_ITEM(c->run, at)));
    PyTuple_SET_ITEM(names, count + 1, Py_NewRef(c->before));
    PyTuple_SET_ITEM(names, count + 2, Py_NewRef(c->behind));
    PyTuple_SET_ITEM(names, count + 3, Py_NewRef(PyTuple_GET_ITEM(c->run, PLACES)));
    return names;
}

/* Write the names of all characters of a compound; 0 with an error set. */
static int
write_names(const Sentence *s, const Compound *c)
{
    Py_ssize_t place, last = -1, next = c->begin;
    int is_told = 0;

    for (place = c->begin; place < c->end && !is_told; place++) {
        is_told = is_generic(s, place);
    }
    for (place = c->begin; place < c->end; place++) {
        PyObject *sides = NULL, *names;

        if (!is_told && place > c->begin + 1 && place < c->end - 1) {
            PyList_SetItem(s->out, place, Py_NewRef(PyList_GET_ITEM(s->out, place - 1)));
            continue;
        }
        if (is_told) {
            for (next = Py_MAX(next, place + 1); next < c->end && !is_generic(s, next);) {
                next++;
            }
            if ((sides = sides_of(s, last, place, next < c->end ? next : -1)) == NULL) {
                return 0;
            }
            last = is_generic(s, place) ? place : last;
        }
        names = names_of(c, place, sides);
        Py_XDECREF(sides);
        if (names == NULL) {
            return 0;
        }
        PyList_SetItem(s->out, place, names);
    }
    return 1;
}

/* Spell the compound of a stretch; 0 with an error set. */
static int
spell_compound(const Sentence *s, Py_ssize_t begin, Py_ssize_t end)
{
    Compound c = {.begin = begin, .end = end};
    int is_done;

    // No function is asked with an error set: what that raises would be another one.
    is_done = (c.before = name_of("rb=", &s->text, Py_MAX(begin - 1, 0), begin)) != NULL
        && (c.behind = name_of("ra=", &s->text, end, Py_MIN(end + 2, s->text.length))) != NULL
        && (c.run = run_of(s, begin, end)) != NULL && write_names(s, &c);
    Py_XDECREF(c.before);
    Py_XDECREF(c.behind);
    Py_XDECREF(c.run);
    return is_done;
}

/* Spell all compounds: runs of kinds that are among `naming`. */
static int
spell_compounds(const Sentence *s, const Signs *naming)
{
    Py_ssize_t begin = 0, place;

    for (place = 0; place <= s->kinds.length; place++) {
        int is_naming = 0;
        Py_ssize_t i;

        for (i = 0; place < s->kinds.length && i < naming->length && !is_naming; i++) {
            is_naming = sign_at(naming, i) == sign_at(&s->kinds, place);
        }
        if (is_naming) {
            continue;
        }
        if (begin < place && !spell_compound(s, begin, place)) {
            return 0;
        }
        begin = place + 1;
    }
    return 1;
}

const char compounds_doc[] =
"compounds(text: str, kinds: str, groups: list[str], naming: str, spell_run, spell_sides) -> list\n\n"
"Give for each character the names of what its compound says of it, None for one that is in none:\n"
"`describe_compounds` of compounds.py. `groups` are the classes of the generic words that the\n"
"characters lie in, `naming` are the kinds that a compound is made of.";

PyObject *
compounds(PyObject *Py_UNUSED(module), PyObject *args)
{
    PyObject *text, *kinds, *groups, *naming;
    Sentence s = {.groups = NULL};
    Py_ssize_t i;
    Signs signs;
    int is_done = 1;

    if (!PyArg_ParseTuple(args, "UUO!UOO:compounds", &text, &kinds, &PyList_Type, &groups, &naming,
                          &s.spell_run, &s.spell_sides)) {
        return NULL;
    }
    s.text = signs_of(text);
    s.kinds = signs_of(kinds);
    if (s.kinds.length != s.text.length || PyList_GET_SIZE(groups) != s.text.length) {
        return PyErr_Format(PyExc_ValueError, "there are kinds and groups for all characters");
    }
    s.groups = PyList_AsTuple(groups);
    s.nothing = PyUnicode_New(0, 0);
    s.out = PyList_New(s.text.length);
    is_done = s.groups != NULL && s.nothing != NULL && s.out != NULL;
    for (i = 0; is_done && i < s.text.length; i++) {
        PyList_SET_ITEM(s.out, i, Py_NewRef(Py_None));
        if (!PyUnicode_Check(PyTuple_GET_ITEM(s.groups, i))) {
            PyErr_SetString(PyExc_TypeError, "a group is a string");
            is_done = 0;
        }
    }
    signs = signs_of(naming);
    is_done = is_done && spell_compounds(&s, &signs);
    Py_XDECREF(s.groups);
    Py_XDECREF(s.nothing);
    if (!is_done) {
        Py_CLEAR(s.out);
    }
    return s.out;
}
