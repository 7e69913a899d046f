/* Words of saying by their places go in; what they tell of the words around them comes out: the
 * loop of `report_features`, over a whole text.
 *
 * Python functions give what is told at each distance, so every place is looked up by its bounds.
 */

#include "arrays.h"

/* What changes at a sign, and what has opened since a word of saying: see report_features.py. */
#define FAILED (-2)
#define NO_TURN (-1)
#define COMMA 0
#define COLON 1
#define SEMICOLON 2
#define IS_OPENED 1
#define HAS_COLON 2
#define FAR 99

typedef struct {
    PyObject *words, *signs, *sayings;
    PyObject *turns, *opener, *opened, *nobody; /* `_RULES` of report_features.py */
    PyObject *said_before, *said_onward, *rows;
    PyObject *before, *onward, *placed;
} Telling;

/* What was last said in a sentence; `row` is what it tells at each distance behind it. */
typedef struct {
    PyObject *said, *row;
    int opened;
    Py_ssize_t since, commas;
} Last;

/* Put at a place what stands at a distance; beyond the last one nothing changes. -1 for an error. */
static int
put_at_distance(PyObject *column, Py_ssize_t place, PyObject *row, Py_ssize_t distance)
{
    Py_ssize_t last = PyTuple_Check(row) ? PyTuple_GET_SIZE(row) - 1 : -1;

    if (last < 0) {
        PyErr_SetString(PyExc_TypeError, "what is told is a tuple with something in it");
        return -1;
    }
    return PyList_SetItem(column, place,
                          Py_NewRef(PyTuple_GET_ITEM(row, distance < last ? distance : last)));
}

/* Say what changes at a word: NO_TURN for most, FAILED with an error set. */
static int
turn_at(const Telling *telling, Py_ssize_t place)
{
    PyObject *word = PyList_GetItem(telling->words, place), *turn;

    if (word == NULL) {
        return FAILED;
    }
    if (!PyUnicode_Check(word) || PyUnicode_GET_LENGTH(word) != 1) {
        return NO_TURN;
    }
    turn = PyDict_GetItemWithError(telling->turns, word);
    if (turn != NULL) {
        return (int)PyLong_AsLong(turn);
    }
    return PyErr_Occurred() ? FAILED : NO_TURN;
}

/* Find what the last word of saying tells at each distance; 0, or -1 with an error set. */
static int
look_up_row(const Telling *telling, Last *last)
{
    PyObject *said = last->said, *row = NULL;

    if (!PyTuple_Check(said) || PyTuple_GET_SIZE(said) != 2) {
        PyErr_SetString(PyExc_TypeError, "a word of saying is a sort and a word");
        return -1;
    }
    row = PyObject_CallFunctionObjArgs(telling->said_before, PyTuple_GET_ITEM(said, 0),
                                       PyTuple_GET_ITEM(telling->opened, last->opened),
                                       PyTuple_GET_ITEM(said, 1), NULL);
    if (row == NULL) {
        return -1;
    }
    Py_XSETREF(last->row, row);
    return 0;
}

/* Tell the words from a place on up to a word of saying how far it is; -1 for an error. */
static int
tell_onward(const Telling *telling, PyObject *said, Py_ssize_t from, Py_ssize_t place)
{
    PyObject *row = PyTuple_Check(said) ? PyObject_Call(telling->said_onward, said, NULL) : NULL;
    Py_ssize_t at;
    int failed = row == NULL;

    for (at = place - 1; !failed && at >= from; at--) {
        failed = put_at_distance(telling->onward, at, row, place - 1 - at) < 0;
    }
    Py_XDECREF(row);
    if (failed && !PyErr_Occurred()) {
        PyErr_SetString(PyExc_TypeError, "a word of saying is a sort and a word");
    }
    return failed ? -1 : 0;
}

/* Take in a word that is no word of saying; 0, or -1 with an error set. */
static int
take_in(const Telling *telling, Last *last, Py_ssize_t place)
{
    PyObject *sign = PyList_GetItem(telling->signs, place);
    int turn = turn_at(telling, place), opened = last->opened;
    int is_opener = sign == NULL ? -1 : PyObject_RichCompareBool(sign, telling->opener, Py_EQ);

    if (turn == FAILED || is_opener < 0) {
        return -1;
    }
    last->opened = (is_opener ? IS_OPENED : opened) | (turn == COLON ? HAS_COLON : 0);
    if (turn == COMMA && last->commas + 1 < PyTuple_GET_SIZE(telling->rows)) {
        last->commas++;
    }
    if (turn == SEMICOLON) {
        Py_SETREF(last->said, Py_NewRef(telling->nobody));
    }
    return turn == SEMICOLON || last->opened != opened ? look_up_row(telling, last) : 0;
}

/* Tell each word of a sentence of the words of saying around it; 0, or -1 with an error set. */
static int
tell_sentence(const Telling *telling, Py_ssize_t begin, Py_ssize_t end)
{
    Last last = {.said = Py_NewRef(telling->nobody), .since = FAR};
    Py_ssize_t from = begin, place;
    int failed = look_up_row(telling, &last) < 0;

    for (place = begin; !failed && place < end; place++) {
        PyObject *commas = PyTuple_GET_ITEM(telling->rows, last.commas), *said;

        failed = put_at_distance(telling->before, place, last.row, last.since++) < 0
            || put_at_distance(telling->placed, place, commas, place - begin) < 0
            || (said = PyList_GetItem(telling->sayings, place)) == NULL;
        if (failed) {
            break;
        }
        if (said == Py_None) {
            failed = take_in(telling, &last, place) < 0;
            continue;
        }
        Py_SETREF(last.said, Py_NewRef(said));
        last.opened = 0;
        last.since = last.commas = 0;
        failed = tell_onward(telling, last.said, from, place) < 0
            || look_up_row(telling, &last) < 0;
        from = place;
    }
    failed = failed || tell_onward(telling, telling->nobody, from, end) < 0;
    Py_DECREF(last.said);
    Py_XDECREF(last.row);
    return failed ? -1 : 0;
}

/* Say whether the rules are what `_RULES` gives; an error is set where they are not. */
static int
are_rules(const Telling *telling, PyObject *text, PyObject *headline)
{
    if (PyTuple_GET_SIZE(telling->opened) != (IS_OPENED | HAS_COLON) + 1
        || !PyTuple_GET_SIZE(text) || PyTuple_GET_SIZE(text) != PyTuple_GET_SIZE(headline)) {
        PyErr_SetString(PyExc_ValueError, "there are not as many rows as rules");
        return 0;
    }
    return 1;
}

const char tell_sayings_doc[] =
"tell_sayings(words: list[str], signs: list, sayings: list, sentences: list, rules: tuple,\n"
"    before: list, onward: list, placed: list) -> None\n\n"
"Put at each place of the sentences, (begin, end, is_headline) each, what `_before`, `_onward`\n"
"and `_placed` of report_features.py tell; `rules` are its `_RULES`.";

PyObject *
tell_sayings(PyObject *Py_UNUSED(module), PyObject *args)
{
    Telling telling;
    PyObject *sentences, *text, *headline;
    Py_ssize_t i, begin, end;
    int is_headline;

    if (!PyArg_ParseTuple(args, "O!O!O!O!(O!OO!O!OO(O!O!))O!O!O!:tell_sayings", &PyList_Type,
                          &telling.words, &PyList_Type, &telling.signs, &PyList_Type,
                          &telling.sayings, &PyList_Type, &sentences, &PyDict_Type,
                          &telling.turns, &telling.opener, &PyTuple_Type, &telling.opened,
                          &PyTuple_Type, &telling.nobody, &telling.said_before,
                          &telling.said_onward, &PyTuple_Type, &text, &PyTuple_Type, &headline,
                          &PyList_Type, &telling.before, &PyList_Type, &telling.onward,
                          &PyList_Type, &telling.placed)
        || !are_rules(&telling, text, headline)) {
        return NULL;
    }
    for (i = 0; i < PyList_GET_SIZE(sentences); i++) {
        if (!PyArg_ParseTuple(PyList_GET_ITEM(sentences, i), "nnp", &begin, &end,
                              &is_headline)) {
            return NULL;
        }
        telling.rows = is_headline ? headline : text;
        if (tell_sentence(&telling, begin, end) < 0) {
            return NULL;
        }
    }
    Py_RETURN_NONE;
}
