"""What PyTorch is worth here, before it is compared: one line of JSON with its own product of 512 x 512 x 512 floats on
one thread, and the libraries of linear algebra loaded after it. With a reference BLAS it is 20 times slower."""
import ctypes
import json
import re
import time

SIZE = 512
SECONDS = 1.0


def gflops(torch):
    """The best of at least five samples: what else the machine does only makes them longer."""
    a, b = torch.rand(SIZE, SIZE), torch.rand(SIZE, SIZE)
    times = []
    torch.mm(a, b)
    while len(times) < 5 or sum(times) < SECONDS:
        begin = time.perf_counter()
        torch.mm(a, b)
        times.append(time.perf_counter() - begin)
    return 2 * SIZE**3 / min(times) / 1e9


def error(torch):
    """Relative, by weighted sums of the rows and no BLAS: old kernels are wrong on some newer processors."""
    weights, a, b = torch.rand(SIZE, 1).double(), torch.rand(SIZE, SIZE), torch.rand(SIZE, SIZE)
    right = ((weights * a).sum(0)[:, None] * b).sum(0)
    return ((weights * torch.mm(a, b)).sum(0) / right - 1).abs().max().item()


def loaded():
    """By what the process has really mapped: the name libblas.so.3 is an alternative of Debian's, for any of them."""
    with open("/proc/self/maps") as maps:
        paths = {line.split()[-1] for line in maps if ".so" in line}
    return sorted(path for path in paths if re.search(r"/lib(open)?(blas|blis|atlas|mkl)", path))


def openblas(paths):
    """Its own words and the kernels it chose: {"config", "core"}, or nothing."""
    for path in (path for path in paths if "openblas" in path.rsplit("/", 1)[-1]):
        library, words = ctypes.CDLL(path), {}
        for key, name in {"config": "openblas_get_config", "core": "openblas_get_corename"}.items():
            if hasattr(library, name):
                function = getattr(library, name)
                function.restype = ctypes.c_char_p
                words[key] = function().decode()
        return words
    return {}


def answer():
    try:
        import torch
    except ImportError as missing:
        return {"absent": str(missing).splitlines()[0]}
    torch.set_num_threads(1)
    rate, off = gflops(torch), error(torch)
    try:
        libraries = loaded()
    except OSError:  # not Linux: what torch was built with has to do
        libraries = []
    return {"version": torch.__version__, "gflops": rate, "error": off, "built": torch.__config__.show(),
            "libraries": libraries, "openblas": openblas(libraries)}


print(json.dumps(answer()))
