#!/usr/bin/env python3
"""Prints the polynomial coefficients of engine/core/elementary_constants.hpp. Needs mpmath (python3-mpmath)."""

from mpmath import chebyfit, erfc, exp, log, mp, mpf, nstr, pi, sqrt

mp.dps = 60


def exp_rest(r):
    """(e^r - 1 - r) / r^2"""
    r = mpf(r)
    return mpf(1) / 2 + r / 6 + r * r / 24 if abs(r) < mpf(10) ** -18 else (exp(r) - 1 - r) / r**2


def erf_exponent(a):
    """-log(1 - erf(a)) / a, a smooth function that grows from 2 / sqrt(pi)"""
    a = mpf(a)
    return 2 / sqrt(pi) + 2 / pi * a if a < mpf(10) ** -25 else -log(erfc(a)) / a


def show(name, function, interval, terms, digits):
    coefficients, error = chebyfit(function, interval, terms, error=True)
    print(f"{name}: {terms} terms, error {nstr(error, 3)}")
    print("  {" + ", ".join(nstr(c, digits) for c in reversed(coefficients)) + "}")


half = log(2) / 2
show("float exp_rest", exp_rest, [-half, half], 5, 9)
show("double exp_rest", exp_rest, [-half, half], 11, 17)
show("float erf_exponent", erf_exponent, [0, 4], 12, 9)
show("double erf_exponent", erf_exponent, [0, 6], 34, 17)
