// Spanish for the engine: what it refuses, and what to do about it. Above each text stands the stamp of its English (web/words/overlay.js).
export default `
# English: efecc6d6
refusal-number-range = { $found } no es un número de { $min } a { $max }. Elige uno de este intervalo.
# English: ecd07365
refusal-number-whole = { $found } no es un número entero de { $min } a { $max }. Elige uno de este intervalo.
# English: 422759b1
refusal-boolean-type = { $found } no es ni verdadero ni falso. Elige uno de los dos.
# English: 66678b65
refusal-text-type = { $found } no es un texto. Escribe uno de { $most } caracteres como mucho.
# English: 2557e696
refusal-text-long = El texto tiene { $found } caracteres, más de { $most }. Acórtalo.
# English: c527c7da
refusal-choice-unknown = { $found } no es una de las opciones. Elige entre { $known }.
# English: d476354c
refusal-choice-near = { $found } no es una de las opciones. Quizá se quiere decir { $near }, una de { $known }.
# English: d1734871
refusal-value-missing = No se da nada, pero hace falta algo. Añádelo.
# English: 220966da
refusal-choice-missing = No se elige nada. Elige entre { $known }.
# English: b8e09d57
refusal-object-type = { $found } está donde hace falta un objeto, claves con valores. Escribe uno.
# English: b4b7e29e
refusal-list-type = { $found } está donde hace falta una lista. Escribe una.
# English: 3ae43f7b
refusal-key-unknown = No existe esa clave. Las conocidas son { $known }.
# English: 1dfebbfe
refusal-key-near = No existe esa clave. Quizá se quiere decir { $near }.
# English: 9b4aac02
refusal-models-count = Hay { $found } modelos. Pon de { $min } a { $max }.
# English: 341ec772
refusal-models-number = No hay ningún modelo con el número { $found }. Elige un número menor que { $count }.
# English: abb53135
refusal-option-least = { $found } es menos que { $other }, que es { $limit }. Elige al menos lo mismo.
# English: bd36d3f4
refusal-option-below = { $found } no es menos que { $other }, que es { $limit }. Elige menos.
# English: bd37cb83
refusal-option-longer = { $found } no es más que { $other }, que es { $limit }. Elige más, o 0 para ninguna segunda prueba.
# English: 3a295a2f
refusal-option-divides = { $found } no divide a { $other }, que es { $limit }. Elige un número que sí.
# English: dd8010c4
refusal-option-repeats = En { $found } símbolos no tiene por qué repetirse nada, porque comienzo y periodo ocupan hasta { $limit }. Elige más.
# English: b37b5520
refusal-option-rope = Las posiciones rotatorias giran pares de números, y cada cabeza tiene uno solo. Elige menos cabezas u otras posiciones.
# English: 35468840
refusal-option-alibi = La atención lineal no tiene puntuaciones que ALiBi pueda cambiar según la distancia. Elige otras posiciones u otra atención.
# English: f7fd9ec5
refusal-measure-price = Llevaría { $bytes } MiB y { $flops } mil millones de operaciones, más de { $most_bytes } o de { $most_flops }. Pide menos ejemplos, o elige un modelo más pequeño.
# English: c897a6bd
refusal-measure-counts = Un modelo que cuenta no tiene nada dentro que medir. Elige otro.
# English: 0b10fa35
refusal-measure-states = No hay tales estados (capa { $found }). Elige otra capa, u otras opciones suyas.
# English: 3a2e0812
refusal-measure-of = { $found } no es nada que tenga este modelo. Elige entre { $known }.
# English: 2f9890fb
refusal-patch-pair = Los ejemplos { $found } y { $other } no son igual de largos, o tienen la misma respuesta. Elige otros.
# English: d24ac8a1
refusal-patch-none = Ningún otro ejemplo es tan largo como el número { $found } y tiene otra respuesta. Elige otro.
# English: 05218f47
refusal-measure-none = { $found } no se puede medir con este modelo en esta tarea. Elige entre { $known }.
# English: 626d0a3e
refusal-option-not_own = Aquí se da algo, pero el corpus no es el tuyo. Quítalo, o elige el tuyo.
# English: c6d0beeb
refusal-version-newer = Esto es de la versión { $found }, y la más nueva que se conoce aquí es { $most }: se hizo con un Unrolled más nuevo. Usa una versión más nueva.
# English: ce0aee20
refusal-train-shared = Todos los modelos de una carrera comparten esto. Elígelo en el entrenamiento de toda la carrera.
# English: dab09f1d
refusal-change-optimizer = { $found } es otro optimizador que { $wanted }, con el que empezó la ejecución. Elige el mismo.
# English: 9edcd774
refusal-change-end = La ejecución terminaría en el paso { $found }, antes del cambio del paso { $step }. Elige un final posterior.
# English: b2fc3ad6
refusal-changes-count = Hay { $found } cambios de una ejecución, más de { $most }. Haz menos.
# English: 8bf1dfba
refusal-changes-order = El paso { $found } es anterior al del cambio de encima, { $limit }. Ponlos en orden.
# English: 90c9ca8f
refusal-edits-count = Hay { $found } ediciones. Pon de { $min } a { $max }.
# English: 2bbd4296
refusal-edits-again = A este lugar ya se le había dado un número. Omite uno de los dos.
# English: d3992091
refusal-edits-mean = No hay ninguna media de eso. Elige otro paso.
# English: 2d1f916b
refusal-edits-counts = Un modelo que cuenta no tiene lugares que editar. Quita esto, o elige otro.
# English: 152ed27d
refusal-start-depth = Hay más de { $most } puntos de partida unos dentro de otros. Guarda los pesos de uno interior, y nombra su hash.
# English: 37bb8218
refusal-start-hash = { $found } no es un SHA-256 de 64 cifras hexadecimales en minúsculas. Copia lo que el entrenamiento escribe al final.
# English: 1f782832
refusal-start-own_data = Los datos son de alguien y no están en el experimento, así que nadie más puede entrenar con ellos. Nombra en su lugar el hash de los pesos.
# English: b0d35b07
refusal-start-counts = Un modelo que cuenta no tiene pesos de los que partir. Elige otro.
# English: c5a7d7ad
refusal-start-wanted = Este modelo parte de pesos que aún no están. Entrénalos o ábrelos antes.
# English: 6419d85c
refusal-start-steps = El archivo tiene los pesos del paso { $found }, y se nombran los del paso { $wanted }. Elige otro.
# English: a4c66a45
refusal-start-other = El archivo se entrenó de otro modo que el experimento nombrado aquí. Elige otro.
# English: 5dd66a6d
refusal-start-other_hash = Los pesos del archivo tienen el hash { $found }, y se nombra { $wanted }. Elige otro.
# English: 0d3e58b6
refusal-start-file = Solo se nombra el hash de los pesos, y no dónde están. Añade --init FILE.
# English: 903a330a
refusal-fit-counts = Este modelo cuenta los caracteres de un texto, y la tarea no tiene ninguno. Elige otro modelo u otra tarea.
# English: 7a3dc609
refusal-fit-form = La tarea da { $given }, y este modelo lee { $known }. Elige otro modelo u otra tarea.
# English: e444b074
refusal-fit-next_symbols = Este modelo solo predice el siguiente símbolo de un texto. Elige una tarea de textos u otro modelo.
# English: 48586537
refusal-fit-one_stream = Este modelo lee una secuencia, y la tarea tiene pares de ellas. Elige otro modelo u otra tarea.
# English: 11ba5db4
refusal-fit-pairs = Este modelo lee una fuente para escribir su respuesta, y la tarea no tiene fuente. Elige otro modelo, o una tarea de pares.
# English: 12b63219
refusal-fit-answer_sequence = Este modelo escribe una secuencia, y la tarea tiene una respuesta por cada fuente. Elige otro modelo u otra tarea.
# English: 11e48622
refusal-fit-answer_whole = Este modelo da una respuesta para un conjunto entero, y la tarea pregunta en cada posición. Elige otro modelo u otra tarea.
# English: de630531
refusal-fit-encoder_ahead = Un codificador vería lo que tiene que predecir. Elige un decodificador, o una tarea cuyas respuestas puedan depender de lo que sigue.
# English: de986a4c
refusal-fit-both_ahead = Ambas direcciones verían lo que hay que predecir. Elige una dirección, o una tarea cuyas respuestas puedan depender de lo que sigue.
# English: 1f6c2d3d
refusal-fit-set_ahead = Este modelo mira a todos los miembros, también a los que hay que predecir. Elige otro modelo, o una tarea con una respuesta para un conjunto entero.
# English: da3200c0
refusal-fit-tied = Las respuestas de esta tarea no son símbolos como los de su entrada, así que no se pueden compartir pesos. Desactiva esto, o elige otra tarea.
# English: cefb5171
refusal-fit-image = Este modelo mira una imagen, y la tarea no tiene ninguna. Elige otro modelo, o una tarea de imágenes.
# English: 4a2f3338
refusal-fit-image_small = Tras { $found } bloques, cada uno de los cuales reduce a la mitad sus lados, no queda nada de la imagen. Elige menos.
# English: 864a3b70
refusal-cost-memory = Entrenarlo y guardarlo llevaría { $found } MiB de memoria, más de { $most }. Baja { $option }, el tamaño del lote o las longitudes de la tarea.
# English: ee8e0bc6
refusal-cost-step = Un paso llevaría { $found } mil millones de operaciones, más de { $most }. Baja { $option }, el tamaño del lote o las longitudes de la tarea.
# English: 53c3b28e
refusal-cost-counts = Contar todo lo que hay en este texto con un orden de { $found } lleva más de { $most } MiB de memoria. Baja el orden, o toma un texto más corto.
# English: 88bf024d
refusal-cost-no_memory = No hay { $found } MiB de memoria libres. Cierra alguna otra cosa, o elige un modelo más pequeño.
# English: 867b455f
refusal-cost-out_of_memory = No hay memoria suficiente para esto. Cierra alguna otra cosa, o elige un modelo más pequeño.
# English: d28d81c5
refusal-size-counts = Este modelo cuenta en vez de aprender pesos, así que no tiene un tamaño que cambiar. Elige otro.
# English: c73bc574
refusal-size-none = Ningún tamaño permitido tiene unos { $found } parámetros. Elige otro número, u otras opciones.
# English: dbc725b7
refusal-text-empty = El texto está vacío. Escribe, pega o abre uno.
# English: 6fcf0591
refusal-text-zero = El byte { $byte } es cero: esto parece otra clase de archivo. Guárdalo como texto en UTF-8.
# English: dbf5235e
refusal-text-utf8 = El byte { $byte } no es UTF-8: esto parece otra clase de archivo. Guárdalo como texto en UTF-8.
# English: e5e2caba
refusal-text-short = El texto tiene { $found } caracteres, y secuencias de { $length } necesitan { $least }. Toma un texto más largo o secuencias más cortas.
# English: 9b070036
refusal-text-symbols = Aparecen los { $found } caracteres distintos que puede haber, y no queda ninguno con que ocultar otros. Toma un texto con { $most } como mucho.
# English: 9939ff60
refusal-names-letter = Un nombre solo tiene letras de la a a la z, y aquí hay otra cosa. Cámbialo o quítalo.
# English: c31684ec
refusal-names-long = Un nombre tiene más de { $most } letras. Acórtalo o quítalo.
# English: f2dbb05c
refusal-names-none = No hay nombres. Escribe algunos, uno por línea.
# English: dc24b26e
refusal-table-empty = La tabla está vacía. Escribe líneas con celdas, separadas con comas, puntos y coma o tabuladores.
# English: 32847a5d
refusal-table-quote = Unas comillas se abren y no se cierran nunca. Ciérralas, o quítalas.
# English: 26c7766c
refusal-table-after_quote = Algo sigue a una comilla de cierre. Termina allí la celda, o duplica las comillas que son parte de ella.
# English: dcd0f181
refusal-table-cells = Hay { $found } celdas donde hacen falta dos. Escribe lo que se da, una coma y su respuesta.
# English: be78d794
refusal-table-cell_empty = La celda de la columna { $column } está vacía. Rellénala, o quita la línea.
# English: b45a0de0
refusal-table-cell_long = La celda de la columna { $column } tiene { $found } caracteres, más de { $most }. Acórtala, o permite celdas más largas.
# English: 18bfbd4c
refusal-table-special = { $found } se usa para empezar y terminar respuestas, así que ninguna celda puede tenerlo. Escribe otro carácter.
# English: 7061f764
refusal-table-many = Hay más de { $most } pares. Quita este y los que siguen.
# English: c5f047f2
refusal-table-symbols = Hay { $found } caracteres distintos, más de { $most }. Toma una tabla con menos.
# English: 1aae2ee1
refusal-table-few = Solo { $found } pares difieren en lo que se da, y hacen falta { $least }, para poder reservar algunos. Añade más.
# English: 9687e746
refusal-table-no_numbers = Ninguna columna tiene números. Toma una tabla que tenga una.
# English: 5c6971d6
refusal-table-column = No hay ninguna columna "{ $found }". Elige entre { $known }.
# English: 7794c9f4
refusal-table-number = "{ $found }" en la columna { $column } no es un número. Corrígelo, o quita la línea.
# English: c762e1d4
refusal-series-same = Los números son siempre los mismos, así que no se puede pronosticar nada. Toma otros.
# English: 0d21c2d3
refusal-series-large = Los números son demasiado grandes para calcular con ellos. Divídelos antes.
# English: 737433b2
refusal-series-short = Hay { $found } números, y hacen falta { $least }, para poder reservar una quinta parte. Toma más, o secuencias más cortas.
# English: ecbab3fc
refusal-digits-damaged = El archivo de las cifras está dañado en el byte { $byte }. Cárgalo otra vez.
# English: d2b8045d
refusal-examples-few = Solo hay { $found } ejemplos distintos de los que aprender, y hacen falta { $least }, para que ninguno se aprenda y se pruebe a la vez. Elige longitudes mayores o más símbolos.
# English: 6b076740
refusal-examples-few_tests = Solo hay { $found } ejemplos distintos con que probar, y hacen falta { $least }, para que ninguno se aprenda y se pruebe a la vez. Elige longitudes mayores o más símbolos.
# English: 8df1bc61
refusal-examples-few_longer = Solo hay { $found } ejemplos distintos de las longitudes mayores con que probar, y hacen falta { $least }. Elige longitudes mayores.
# English: 02c8806d
refusal-prompt-length = La pregunta tiene { $found } símbolos que la tarea conoce. Escribe de 1 a { $most } de ellos.
# English: 3d5d29fb
refusal-prompt-unknown = La tarea no conoce nada de la pregunta. Escríbela con lo que conoce: { $known }
# English: 93ffa2bc
refusal-prompt-task = Las preguntas a este modelo no se pueden escribir como texto. Elige una tarea en que sí.
# English: 41a1dc44
refusal-excerpt-short = Solo { $found } de sus caracteres aparecen en el texto aprendido. Escribe al menos { $least } que aparezcan.
# English: 626f92ce
refusal-excerpt-number = { $found } no es el número de un ejemplo reservado. Elige uno que exista.
# English: c669fdbd
refusal-generate-never = Este modelo no puede continuar un texto de esta tarea. Elige un modelo que lea de izquierda a derecha, y una tarea de textos.
# English: 838de7ad
refusal-tap-unknown = No se registra nada como { $found }. Pide lo que está en la lista.
# English: c8e58eaa
refusal-tap-near = No se registra nada como { $found }. Quizá se quiere decir { $near }.
# English: 38cb3fe5
refusal-session-no_text = Este modelo vino de un archivo solo, sin datos de los que aprender o con que probar. Dale un texto.
# English: e6b10936
refusal-session-nothing = No se empezó nada que pudiera seguir. Empieza algo.
# English: c4c8a0fe
refusal-floors-task = Solo se pueden contar los caracteres de un texto. Elige una tarea de textos.
# English: d09b9c6b
refusal-train-not_finite = La pérdida ya no es un número después del paso { $step }. Elige una tasa de aprendizaje más baja, o recorta los gradientes.
# English: a975b019
refusal-json-twice = La clave { $found } se da dos veces. Quita una de ellas.
# English: 30d73751
refusal-json-number = Un número es demasiado grande para que lo guarde un ordenador. Escribe uno más pequeño.
# English: 22c75e0c
refusal-json-end = El JSON acaba demasiado pronto. Añade al final lo que falta.
# English: 0390516a
refusal-json-syntax = Hay un error en el JSON antes de { $found }. Busca una coma, una comilla o un corchete.
# English: 4c954c27
refusal-json-depth = Listas y objetos están unos dentro de otros a más de { $most } niveles. Escribe menos niveles.
# English: 5b335fc7
refusal-json-values = Hay más de { $most } valores en este JSON. Escribe menos.
# English: f608ae76
refusal-json-size = Hay { $found } bytes de JSON, más de { $most }. Hazlo más corto.
# English: b1d95c35
refusal-checkpoint-short = El archivo acaba antes que su encabezado. Guárdalo otra vez, y entero.
# English: 6daeb9e5
refusal-checkpoint-header = El encabezado del archivo no es de safetensors. Elige un archivo guardado por Unrolled.
# English: fe0aa27d
refusal-checkpoint-array = La matriz { $name } está descrita de un modo que no puede ser correcto. Guarda el archivo otra vez.
# English: 2407b8d7
refusal-checkpoint-size = Las matrices ocupan { $wanted } bytes, y el archivo tiene { $found }. Guárdalo otra vez, y entero.
# English: 36070fa7
refusal-checkpoint-missing = Falta la matriz { $name }. Elige un archivo del mismo modelo.
# English: 5db19125
refusal-checkpoint-shape = La matriz { $name } tiene { $found } números donde hacen falta { $wanted } según la forma de este modelo. Elige un archivo del mismo modelo.
# English: d0e99adb
refusal-checkpoint-foreign = El archivo no lo guardó Unrolled: no tiene { $name }. Elige uno que sí.
# English: 09a1eec9
refusal-checkpoint-format = El archivo es del formato { $found }, que aquí no se conoce. Usa una versión más nueva.
# English: fd1b9c7f
refusal-checkpoint-experiment = El experimento del archivo tiene un error. Guarda el archivo otra vez. El error: { $reason }
# English: 2d94c01f
refusal-checkpoint-damaged = La entrada { $name } del archivo no puede ser correcta. Guarda el archivo otra vez.
# English: 0047c1b5
refusal-checkpoint-changed = El archivo no está como se guardó: una parte se cambió desde entonces. Guárdalo otra vez, o toma una copia.
# English: c3bba32f
refusal-checkpoint-numbers = La matriz { $name } tiene números que ningún entrenamiento da: infinitos, negativos donde hay cuadrados, o que no son números. Elige otro archivo.
# English: a98a84f6
refusal-checkpoint-other_kind = El archivo contiene un modelo { $found }, y este es { $wanted }. Elige otro archivo.
# English: d0386563
refusal-checkpoint-other_option = En el archivo { $option } es { $found }, y aquí es { $wanted }. Elige lo mismo, u otro archivo.
# English: 44e5b410
refusal-checkpoint-changes = Lo que se cambió por el camino no encaja en este experimento. Elige el mismo, u otro archivo. El error: { $reason }
# English: d130f2cf
refusal-checkpoint-other_text = El modelo del archivo aprendió de un texto con otros caracteres. Elige el mismo texto, u otro archivo.
# English: 90c29817
refusal-checkpoint-other_length = El modelo del archivo aprendió secuencias de { $found }, y aquí tienen { $wanted }. Elige lo mismo, u otro archivo.
# English: e403ca5f
refusal-checkpoint-other_task = El modelo del archivo aprendió otra clase de tarea. Elige la misma, u otro archivo.
# English: cd6f3f4c
refusal-zip-damaged = El archivo está cortado o dañado: su índice no puede ser correcto. Guárdalo otra vez, y entero.
# English: 921bf050
refusal-zip-changed = { $name } del archivo no está como se guardó. Guárdalo otra vez, o toma una copia.
# English: 9f77d7cd
refusal-zip-deflated = { $name } está comprimido, y aquí solo se puede leer lo almacenado sin comprimir. Empaquétalo otra vez sin compresión (zip -0), o abre el archivo en la página y guárdalo allí.
# English: 0e1c0c19
refusal-zip-encrypted = { $name } está cifrado, y eso aquí no se puede leer. Empaquétalo otra vez sin contraseña.
# English: 9600afe6
refusal-zip-twice = { $name } está dos veces en el archivo. Guárdalo otra vez.
# English: b98bf163
refusal-zip-large = El archivo tiene más de { $most } MiB. Guarda menos modelos en uno, o más pequeños.
# English: 384edbc5
refusal-race-missing = { $name } no está en el archivo. Elige un archivo de carrera de Unrolled, y entero.
# English: 86b28be4
refusal-race-lists = Lo que el archivo dice de sus modelos no concuerda. Guárdalo otra vez.
# English: 082a00a9
refusal-race-own = Esto se aprendió de datos de alguien, que no están en el archivo. Dalos con --text FILE o --csv FILE.
# English: 55e69add
refusal-race-other_data = Los datos no son aquellos de los que se aprendió esto. Da los mismos con --text FILE o --csv FILE, o entrena de nuevo.
# English: 6b06c7c6
refusal-race-begun = Un archivo de carrera o de modelo tiene sus propios pesos desde los que seguir. Omite esto.
# English: 6a0c135c
refusal-adopt-counts = Un modelo que cuenta no tiene pesos que tomar. Elige otro.
# English: b796392e
refusal-file-read = El archivo no se puede leer. Comprueba su nombre y quién puede leerlo.
# English: ee0684c5
refusal-file-write = El archivo no se puede escribir. Comprueba la carpeta, su espacio libre y quién puede escribir en ella.
# English: cd04faf0
refusal-output-write = La salida no se puede escribir. Mira si está cerrada, o si su disco está lleno.
# English: 885fb830
refusal-file-own = El corpus es el tuyo, pero no hay ninguno. Escríbelo aquí, o da --text FILE o --csv FILE.
# English: 9caa6ca6
refusal-flag-model = Hay varios modelos, y un archivo tiene los pesos de uno. Añade el número del modelo.
# English: cd3afc33
refusal-flag-load = No se dice qué probar. Añade el archivo de sus pesos.
# English: 09628eee
refusal-flag-value = La opción no lleva ningún valor detrás. Añade uno.
# English: 3d386470
refusal-flag-twice = La opción se da dos veces. Dala una vez.
# English: 467aa2e2
refusal-flag-needs = Esto solo tiene efecto con { $wanted }. Añádelo, u omite esto.
# English: d2f6303f
refusal-flag-words = Hay { $found } palabras que no son opciones, y hacen falta { $wanted }. Mira --help.
# English: bc543404
refusal-command-unknown = { $found } no es una orden. Elige describe, train, eval, generate, show o bench; véase --help.
# English: cb475fba
refusal-command-later = Los archivos ONNX y PyTorch vendrán en una versión posterior. Elige otra orden.
# English: abcdfc71
refusal-internal-mistake = Algo falló en el programa: { $reason }. Comunícalo, por favor.
# English: 38bc2e6f
refusal-op-wanted = { $found } se dio donde hace falta { $wanted }. Eso es un error del programa: comunícalo, por favor.
`;
