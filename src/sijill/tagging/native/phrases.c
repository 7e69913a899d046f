/* The kinds of the words of a text go in; what the phrase around each word says of it comes out.
 *
 * The loops of `phrases`, for languages written with spaces.
 */

#include "arrays.h"
#include "names.h"

/* How far off a generic word may stand, how long a run is followed, and what is told of both: see
 * phrases.py. */
#define FURTHEST 7
#define LONGEST 12
#define NEARNESSES 3
#define LONGEST_TOLD 5
/* So many classes of generic words there are, and ways that may lie between; how a way is told. */
#define CLASSES 7
#define WAYS 4
#define WITH_QUOTE 1
#define WITH_SMALL 2
/* The kind of what stands beyond a sentence. */
#define BEYOND ' '
/* The number of a word that stands to no generic word. */
#define ALONE (CLASSES * NEARNESSES * WAYS)

/* The sentences of a text, and of each word how it stands to generic words before and behind it. */
typedef struct {
    Signs kinds;
    PyObject *folded; /* tuple of words, None beyond a sentence; NULL where no runs are told */
    PyObject *edge;   /* stands beyond the sentence */
    int *before, *behind;
} Sentence;

static Py_UCS4
kind_at(const Signs *kinds, Py_ssize_t place)
{
    return PyUnicode_READ(kinds->kind, kinds->data, place);
}

/* Give the number of the class of a generic word, -1 for another one. */
static int
class_of(Py_UCS4 kind)
{
    Py_UCS4 sign = kind >= 'A' && kind <= 'Z' ? kind + 'a' - 'A' : kind;

    return sign >= 'a' && sign < 'a' + CLASSES ? (int)(sign - 'a') : -1;
}

static int
has_capital(Py_UCS4 kind)
{
    return kind == 'X' || (kind >= 'A' && kind < 'A' + CLASSES);
}

/* Write how each word stands to the nearest generic word before it, with a step of -1 behind it. */
static void
look_around(const Signs *kinds, int step, int *found)
{
    Py_ssize_t at = step > 0 ? 0 : kinds->length - 1;
    int group = -1, way = 0, distance = 0;

    for (; at >= 0 && at < kinds->length; at += step) {
        Py_UCS4 kind = kind_at(kinds, at);

        found[at] = ALONE;
        if (kind == BEYOND) {
            group = -1;
            continue;
        }
        if (group >= 0) {
            distance++;
            found[at] = (group * NEARNESSES + Py_MIN((distance - 1) / 2, NEARNESSES - 1)) * WAYS
                + way;
        }
        if (class_of(kind) >= 0) {
            group = class_of(kind);
            way = distance = 0;
        } else if (kind == '.' || distance == FURTHEST) {
            group = -1;
        } else if (kind == 'q') {
            way |= WITH_QUOTE;
        } else if (kind == 'x') {
            way |= WITH_SMALL;
        }
    }
}

/* Give where the run of capitals ends that begins at a place: there, where none does. */
static Py_ssize_t
end_of_run(const Sentence *s, Py_ssize_t begin)
{
    Py_ssize_t end = begin;

    while (end < s->kinds.length && end - begin < LONGEST
           && has_capital(kind_at(&s->kinds, end))) {
        end++;
    }
    return end;
}

/* Give the folded word at a place, or what stands beyond a sentence. */
static PyObject *
folded_at(const Sentence *s, Py_ssize_t place)
{
    PyObject *folded = place < 0 || place >= s->kinds.length ? Py_None
                                                             : PyTuple_GET_ITEM(s->folded, place);

    return folded == Py_None ? s->edge : folded;
}

/* Give what is told of a word: how it stands to generic words, and of one in a run that goes up to
 * `end` also where in it, how long that is, and what stands around it. */
static PyObject *
told_at(const Sentence *s, Py_ssize_t begin, Py_ssize_t place, Py_ssize_t end)
{
    char at = place == begin ? 'B' : place == end - 1 ? 'E' : 'I';

    if (place < end) {
        return Py_BuildValue("iiCnOO", s->before[place], s->behind[place], at,
                             Py_MIN(end - begin, LONGEST_TOLD), folded_at(s, begin - 1),
                             folded_at(s, end));
    }
    if (s->before[place] == ALONE && s->behind[place] == ALONE) {
        return Py_NewRef(Py_None);
    }
    return Py_BuildValue("ii", s->before[place], s->behind[place]);
}

/* Give what is told of all words; NULL with an error set. */
static PyObject *
describe(const Sentence *s)
{
    PyObject *out = PyList_New(s->kinds.length);
    Py_ssize_t begin = 0, end = 0, place;

    if (out == NULL) {
        return NULL;
    }
    look_around(&s->kinds, 1, s->before);
    look_around(&s->kinds, -1, s->behind);
    for (place = 0; place < s->kinds.length; place++) {
        PyObject *told;

        if (s->folded != NULL && place >= end) {
            begin = place;
            end = end_of_run(s, begin);
        }
        if ((told = told_at(s, begin, place, end)) == NULL) {
            Py_DECREF(out);
            return NULL;
        }
        PyList_SET_ITEM(out, place, told);
    }
    return out;
}

const char phrases_doc[] =
"phrases(kinds: str, folded: Sequence | None) -> list\n\n"
"Give for each word what generic words and its run of capitals say of it, None for one of which\n"
"they say nothing: `describe_phrases` of phrases.py. Without the folded words runs are not told.\n"
"Between sentences a kind is a blank, and a folded word None.";

PyObject *
phrases(PyObject *Py_UNUSED(module), PyObject *args)
{
    PyObject *kinds, *folded, *out = NULL;
    Sentence s = {.folded = NULL};

    if (!PyArg_ParseTuple(args, "UO:phrases", &kinds, &folded)) {
        return NULL;
    }
    s.kinds = signs_of(kinds);
    if (folded != Py_None && (s.folded = PySequence_Tuple(folded)) == NULL) {
        return NULL;
    }
    if (s.folded != NULL && PyTuple_GET_SIZE(s.folded) != s.kinds.length) {
        Py_DECREF(s.folded);
        return PyErr_Format(PyExc_ValueError, "words and their kinds do not fit each other");
    }
    s.before = PyMem_Calloc(2 * s.kinds.length + 1, sizeof(int));
    s.edge = PyUnicode_FromOrdinal('#');
    if (s.before == NULL) {
        PyErr_NoMemory();
    } else if (s.edge != NULL) {
        s.behind = s.before + s.kinds.length;
        out = describe(&s);
    }
    PyMem_Free(s.before);
    Py_XDECREF(s.edge);
    Py_XDECREF(s.folded);
    return out;
}
