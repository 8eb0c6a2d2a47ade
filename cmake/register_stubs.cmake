# Writes the assembly file STUBS from the kernels' objects, one list for each width: a stub for every kernel, under the
# name that is in the sources, which jumps to the kernel of the width in use; and the tables of these kernels.
#   cmake -DNM=nm -DSTUBS=FILE "-Dsse2=OBJECT;..." "-Davx2=..." "-Davx512=..." -P register_stubs.cmake

cmake_minimum_required(VERSION 3.25)
set(widths sse2 avx2 avx512)

# All that kernels may need of others. Code of a template of the standard library would be shared by all who use it, and
# the linker would keep any one copy: perhaps that with instructions which this machine lacks.
set(foreign memset memmove memcpy sqrt sqrtf __gxx_personality_v0 _GLOBAL_OFFSET_TABLE_)

# read_symbols(WIDTH): the sets defined_WIDTH and functions_WIDTH; refuses what would not stay within the width.
function(read_symbols width)
  execute_process(COMMAND ${NM} -g -P ${${width}} OUTPUT_VARIABLE text COMMAND_ERROR_IS_FATAL ANY)
  string(REGEX MATCHALL "[^ \n]+ [A-Za-z]( [^\n]*)?\n" lines "${text}")
  foreach(line ${lines})
    string(REGEX MATCH "^([^ ]+) ([A-Za-z])" found "${line}")
    set(name ${CMAKE_MATCH_1})
    set(type ${CMAKE_MATCH_2})
    if(type STREQUAL "U")
      list(APPEND needed ${name})
      continue()
    endif()
    if(NOT name MATCHES "unrolled_${width}" AND NOT name MATCHES "^DW\\.ref\\.")
      message(FATAL_ERROR "${name} of the kernels for ${width} would be everybody's. Do without it, or keep it inline.")
    endif()
    list(APPEND defined ${name})
    if(type MATCHES "[TW]" AND name MATCHES "^_ZN[0-9]+unrolled_${width}[0-9]")
      list(APPEND functions ${name})
    endif()
  endforeach()
  list(REMOVE_ITEM needed ${defined} ${foreign})
  if(needed)
    list(GET needed 0 name)
    message(FATAL_ERROR "The kernels for ${width} need ${name}, and may need nothing but ${foreign}.")
  endif()
  list(REMOVE_DUPLICATES functions)
  set(defined_${width} ${defined} PARENT_SCOPE)
  set(functions_${width} ${functions} PARENT_SCOPE)
endfunction()

# renamed(OUT NAME WIDTH): a mangled name of the first width as it is in another; "": in the sources.
function(renamed out name width)
  set(namespace unrolled)
  if(width)
    set(namespace unrolled_${width})
  endif()
  string(LENGTH ${namespace} length)
  string(REPLACE "13unrolled_sse2" "${length}${namespace}" name "${name}")
  set(${out} ${name} PARENT_SCOPE)
endfunction()

foreach(width ${widths})
  read_symbols(${width})
endforeach()
list(FILTER functions_sse2 EXCLUDE REGEX "xsimd")  # helpers over batches, of one width by their names

set(text "# Written by cmake/register_stubs.cmake.\n.text\n")
set(offset 0)
foreach(function ${functions_sse2})
  renamed(name ${function} "")
  string(APPEND text ".p2align 4\n.globl ${name}\n.type ${name}, @function\n${name}:\n"
    "\tmovq unrolled_kernels_in_use(%rip), %r11\n\tjmp *${offset}(%r11)\n.size ${name}, .-${name}\n")
  math(EXPR offset "${offset} + 8")
endforeach()

string(APPEND text ".section .data.rel.ro, \"aw\", @progbits\n.p2align 3\n")
foreach(width ${widths})
  string(APPEND text ".globl unrolled_kernels_${width}\nunrolled_kernels_${width}:\n")
  foreach(function ${functions_sse2})
    renamed(name ${function} ${width})
    if(NOT name IN_LIST defined_${width})
      message(FATAL_ERROR "The kernels for ${width} lack ${name}.")
    endif()
    string(APPEND text "\t.quad ${name}\n")
  endforeach()
endforeach()
file(WRITE ${STUBS} "${text}.section .note.GNU-stack, \"\", @progbits\n")
