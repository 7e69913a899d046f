/* Weighed groups of letters: see letter_groups.c. */

#ifndef SIJILL_LETTER_GROUPS_H
#define SIJILL_LETTER_GROUPS_H

#define PY_SSIZE_T_CLEAN
#include <Python.h>

extern PyTypeObject letter_groups_type;

#endif
