/* A place in a folded text and the steps of a pattern go in; where a match ends comes out.
 *
 * `pattern_steps` writes the steps, and says what each means; a match is the first that an
 * expression of the same steps would find.
 */

#include "patterns.h"

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
    NEAR, /* how many signs ahead at most, count, numbers of the first letters of words */
    STEPS,
};

/* Signs are told apart by their last bits, as many as a set has of which each is one bit. */
typedef unsigned long long Signs;
#define LAST_BITS 63
#define ANY_SIGN (~0ULL)

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
    switch (sign) {
    case '\n':
    case 0x3002:
        return 0;
    case '.':
    case '!':
    case '?':
    case ';':
    case 0x061f:
    case 0x061b:
        return is_japanese;
    default:
        return 1;
    }
}

/* Give how many of up to `most` signs behind a place a step may take. */
static Py_ssize_t
reach(const Match *m, int step, Py_ssize_t place, Py_ssize_t most)
{
    Py_ssize_t taken = 0;

    for (; taken < most && place + taken < m->length; taken++) {
        Py_UCS4 sign = sign_at(m, place + taken);
        int fits = step == ENDING ? is_word(sign)
            : step == NUMBER ? Py_UNICODE_ISDECIMAL(sign) || sign == '.' || sign == ','
            : Py_UNICODE_ISSPACE(sign);

        if (!fits) {
            break;
        }
    }
    return taken;
}

int
ask_for_time(Match *m)
{
    PyObject *asked;

    m->taken = 0;
    if ((asked = PyObject_CallNoArgs(m->check)) == NULL) {
        return 0;
    }
    Py_DECREF(asked);
    return 1;
}

static Py_ssize_t take(Match *m, Py_ssize_t at, Py_ssize_t place);

/* Say whether letters are to be taken that do not stand at a place. */
static int
stands_otherwise(const Match *m, Py_ssize_t at, Py_ssize_t place)
{
    const int *steps = m->steps + at;
    int i;

    if (m->count - at < 2 || *steps != LETTERS || steps[1] > m->count - at - 2) {
        return 0;
    }
    if (steps[1] > m->length - place) {
        return 1;
    }
    for (i = 0; i < steps[1]; i++) {
        if (sign_at(m, place + i) != (Py_UCS4)steps[2 + i]) {
            return 1;
        }
    }
    return 0;
}

/* Leave out the ways to go on, from the choice at `at` on, whose first letters do not stand here;
 * give the step behind them. */
static Py_ssize_t
pass_over(const Match *m, Py_ssize_t at, Py_ssize_t place)
{
    while (at + 1 < m->count && m->steps[at] == EITHER && m->steps[at + 1] >= 0
           && stands_otherwise(m, at + 2, place)) {
        at += 2 + m->steps[at + 1];
    }
    return at;
}

/* Give the signs with which the steps from `at` on may begin. */
static Signs
first_signs(const Match *m, Py_ssize_t at)
{
    Signs found = 0;

    for (;;) {
        const int *steps = m->steps + at;

        if (at < 0 || m->count - at < 3 || steps[1] < 0) {
            return ANY_SIGN;
        }
        switch (*steps) {
        case LETTERS:
            return steps[1] > 0 ? found | 1ULL << (steps[2] & LAST_BITS) : ANY_SIGN;
        case EITHER:
            found |= first_signs(m, at + 2);
            at += 2 + steps[1];
            break;
        case NO_WORD_BEFORE:
            at += 1;
            break;
        default:
            return ANY_SIGN;
        }
    }
}

/* Take a gap of at most `most` signs, the shortest that lets the steps behind it be taken. */
static Py_ssize_t
take_gap(Match *m, Py_ssize_t at, Py_ssize_t place, Py_ssize_t most, int is_japanese)
{
    Signs may_begin = first_signs(m, at);
    int is_word_begun = at < m->count && m->steps[at] == NO_WORD_BEFORE;
    Py_ssize_t last = place + most, end;

    for (;; place++) {
        int is_end = place >= m->length;
        Py_UCS4 sign = is_end ? 0 : sign_at(m, place);

        if ((is_end ? may_begin == ANY_SIGN : (int)(may_begin >> (sign & LAST_BITS) & 1))
            && !(is_word_begun && is_word_at(m, place - 1))
            && (end = take(m, at, place)) != NO_MATCH) {
            return end;
        }
        if (place >= last || is_end || !is_in_gap(sign, is_japanese)) {
            return NO_MATCH;
        }
    }
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

/* Say whether one of some words begins less than so far behind a place. */
static int
is_near(const Match *m, const int *numbers, int count, Py_ssize_t last)
{
    int i;

    for (i = 0; i < count; i++) {
        if (m->nearest[numbers[i] & (HEADS - 1)] <= last) {
            return 1;
        }
    }
    return 0;
}

/* Give where a match ends of which the steps from `at` on are still to be taken at a place. */
static Py_ssize_t
take(Match *m, Py_ssize_t at, Py_ssize_t place)
{
    static const int operands[STEPS] = {0, 1, 1, 1, 1, 1, 1, 2, 0, 0, 0, 2};

    for (;;) {
        int step = at >= 0 && at < m->count ? m->steps[at] : STEPS;
        const int *given = m->steps + at + 1;
        Py_ssize_t most, least, end;

        if (step < 0 || step >= STEPS || at + 1 + operands[step] > m->count
            || (step == LETTERS && (*given < 0 || *given > m->count - at - 2))
            || (step == NEAR && (given[1] < 0 || given[1] > m->count - at - 3))) {
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
        case NEAR:
            if (!is_near(m, given + 2, given[1], place + *given)) {
                return NO_MATCH;
            }
            at += given[1];
            break;
        case GAP:
            return take_gap(m, at, place, *given, given[1]);
        case ENDING:
        case NUMBER:
        case BLANKS:
            least = step != ENDING;
            if (step == NUMBER
                && !(place < m->length && Py_UNICODE_ISDECIMAL(sign_at(m, place)))) {
                return NO_MATCH;
            }
            most = step == NUMBER ? 1 + reach(m, step, place + 1, *given)
                                  : reach(m, step, place, *given);
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

Py_ssize_t
end_of_match(Match *m, PyObject *steps, Py_ssize_t place)
{
    m->steps = (const int *)PyBytes_AS_STRING(steps);
    m->count = PyBytes_GET_SIZE(steps) / (Py_ssize_t)sizeof(int);
    return take(m, 0, place);
}
