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
    STEPS,
};

#define LAST_BITS 0xff
/* Whether there is time left is asked once in so many steps. */
#define OFTEN 65536

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

int
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

Py_ssize_t
end_of_match(Match *m, PyObject *steps, Py_ssize_t place)
{
    m->steps = (const int *)PyBytes_AS_STRING(steps);
    m->count = PyBytes_GET_SIZE(steps) / (Py_ssize_t)sizeof(int);
    return take(m, 0, place);
}
