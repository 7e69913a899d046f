/* The stems of words go in, and what a reading took the words for; out comes how often each kind was
 * seen in them: `_agree_on_words` of agreement.py.
 */

#include "arrays.h"

/* So many kinds are told of, each in one of these ways, by how often it was seen in a stem. */
#define NAMED 4
enum { NEVER, SELDOM, OFTEN, ALWAYS, WAYS };
#define TOLD (WAYS * WAYS * WAYS * WAYS)
/* A stem of fewer letters tells no word. */
#define SHORTEST 3

/* How often a stem stands in the text, and how often as each kind. */
typedef struct {
    Py_ssize_t count, seen[NAMED];
} Stem;

/* The words of a text with their stems and labels; those stems that were seen have numbers. */
typedef struct {
    PyObject *words, *stems, *labels, *outside, *numbers;
    Py_ssize_t count, columns[NAMED];
    Stem *known;
    Py_ssize_t *at; /* of each word the number of its stem, -1 for none */
} Text;

/* Give the number of a stem, -1 for none, -2 with an error set. */
static Py_ssize_t
number_of(const Text *text, PyObject *stem)
{
    PyObject *number = PyDict_GetItemWithError(text->numbers, stem);

    if (number == NULL) {
        return PyErr_Occurred() ? -2 : -1;
    }
    return PyLong_AsSsize_t(number);
}

/* Give the number of a stem, which gets the next if it has none; -2 with an error set. */
static Py_ssize_t
number_for(const Text *text, PyObject *stem)
{
    Py_ssize_t number = number_of(text, stem);
    PyObject *given;
    int is_done;

    if (number != -1) {
        return number;
    }
    number = PyDict_GET_SIZE(text->numbers);
    given = PyLong_FromSsize_t(number);
    is_done = given != NULL && PyDict_SetItem(text->numbers, stem, given) == 0;
    Py_XDECREF(given);
    return is_done ? number : -2;
}

/* Note what the word at a place was taken for, unless that is nothing; 0, or -1 with an error set. */
static int
note(const Text *text, Py_ssize_t place)
{
    PyObject *labels = PySequence_Fast_GET_ITEM(text->labels, place);
    PyObject *stem = PySequence_Fast_GET_ITEM(text->stems, place);
    Py_ssize_t number, kind;

    if (labels == Py_None || labels == text->outside) {
        return 0;
    }
    if (!PyUnicode_Check(stem) || !PyTuple_Check(labels)) {
        PyErr_SetString(PyExc_TypeError, "a stem is a string, and labels are a tuple");
        return -1;
    }
    if (PyUnicode_GET_LENGTH(stem) < SHORTEST) {
        return 0;
    }
    if ((number = number_for(text, stem)) < 0) {
        return -1;
    }
    for (kind = 0; kind < NAMED; kind++) {
        PyObject *label = text->columns[kind] < PyTuple_GET_SIZE(labels)
            ? PyTuple_GET_ITEM(labels, text->columns[kind]) : NULL;

        if (label == NULL || !PyUnicode_Check(label)) {
            PyErr_SetString(PyExc_TypeError, "there is no label of a kind");
            return -1;
        }
        text->known[number].seen[kind] += PyUnicode_CompareWithASCIIString(label, "O") != 0;
    }
    return 0;
}

/* Count the stems that were seen, wherever they stand; 0, or -1 with an error set. */
static int
count_stems(const Text *text)
{
    Py_ssize_t place;

    for (place = 0; place < text->count; place++) {
        if (note(text, place) < 0) {
            return -1;
        }
    }
    for (place = 0; place < text->count; place++) {
        Py_ssize_t number = number_of(text, PySequence_Fast_GET_ITEM(text->stems, place));

        if (number < -1) {
            return -1;
        }
        text->at[place] = number;
        if (number >= 0) {
            text->known[number].count++;
        }
    }
    return 0;
}

/* Give the number of what is told of a stem: of one that stands but once nothing. */
static Py_ssize_t
way_of(const Stem *stem)
{
    Py_ssize_t way = 0, kind;

    for (kind = NAMED - 1; kind >= 0 && stem->count > 1; kind--) {
        Py_ssize_t seen = stem->seen[kind];

        way = way * WAYS + (!seen ? NEVER : seen == stem->count ? ALWAYS
                            : 2 * seen >= stem->count ? OFTEN : SELDOM);
    }
    return way;
}

/* Give what is told of each word; NULL with an error set. */
static PyObject *
tell(const Text *text, PyObject *told)
{
    PyObject *out = PyList_New(text->count);
    Py_ssize_t place;

    for (place = 0; out != NULL && place < text->count; place++) {
        PyObject *word = PySequence_Fast_GET_ITEM(text->words, place), *found = Py_None;

        if (text->at[place] >= 0 && PyUnicode_Check(word) && PyUnicode_GET_LENGTH(word)
            && Py_UNICODE_ISALPHA(PyUnicode_READ_CHAR(word, 0))) {
            found = PyTuple_GET_ITEM(told, way_of(&text->known[text->at[place]]));
        }
        PyList_SET_ITEM(out, place, Py_NewRef(found));
    }
    return out;
}

const char agree_doc[] =
"agree(words: Sequence[str], stems: Sequence[str], labels: Sequence[tuple | None], outside: tuple,\n"
"    columns: tuple[int, ...], told: tuple) -> list\n\n"
"Give what is told of each word: `_agree_on_words` of agreement.py. `columns` are those of the named\n"
"kinds in labels, `outside` the labels of a word of no kind; `told` is by the ways of the kinds.";

PyObject *
agree(PyObject *Py_UNUSED(module), PyObject *args)
{
    PyObject *told, *out = NULL;
    Text text;
    Py_ssize_t kind, *columns = text.columns;

    if (!PyArg_ParseTuple(args, "O!O!O!O(nnnn)O!:agree", &PyTuple_Type, &text.words, &PyList_Type,
                          &text.stems, &PyList_Type, &text.labels, &text.outside, &columns[0],
                          &columns[1], &columns[2], &columns[3], &PyTuple_Type, &told)) {
        return NULL;
    }
    text.count = PyTuple_GET_SIZE(text.words);
    for (kind = 0; kind < NAMED; kind++) {
        if (columns[kind] < 0) {
            return PyErr_Format(PyExc_ValueError, "a column is below zero");
        }
    }
    if (PyList_GET_SIZE(text.stems) != text.count || PyList_GET_SIZE(text.labels) != text.count
        || PyTuple_GET_SIZE(told) != TOLD) {
        return PyErr_Format(PyExc_ValueError, "words, stems and labels do not fit each other");
    }
    text.numbers = PyDict_New();
    text.known = PyMem_Calloc(text.count + 1, sizeof(Stem));
    text.at = PyMem_Malloc((text.count + 1) * sizeof(Py_ssize_t));
    if (text.known == NULL || text.at == NULL) {
        PyErr_NoMemory();
    }
    else if (text.numbers != NULL && count_stems(&text) == 0) {
        out = tell(&text, told);
    }
    PyMem_Free(text.at);
    PyMem_Free(text.known);
    Py_XDECREF(text.numbers);
    return out;
}
