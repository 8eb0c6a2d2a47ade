// Spanish for the engine: tasks from one sequence to another, with numbers over time and with sets. Above each text stands the stamp of its English (web/words/overlay.js).
export default `
# English: 658f3664
task-copy-title = Copia
# English: 654e6eb6
task-copy-summary = Leer letras al azar hasta el final y volver a escribirlas: ¿caben todas en un vector?
# English: 547c290a
task-copy-symbols-title = Letras
# English: 40bd4aae
task-copy-symbols-summary = Cuántas letras distintas hay.
# English: 1a205f77
task-copy-min_length-title = Más cortos
# English: bd9e9a67
task-copy-min_length-summary = Los ejemplos más cortos del entrenamiento.
# English: 6100f455
task-copy-max_length-title = Más largos
# English: ce39a9f3
task-copy-max_length-summary = Los ejemplos más largos del entrenamiento.
# English: dde6b646
task-copy-longer_length-title = Probado hasta
# English: 9aed4f66
task-copy-longer_length-summary = Una segunda prueba tiene ejemplos más largos que cualquiera del entrenamiento, hasta esta longitud; 0: ninguna.
# English: 51fadaa5
task-reverse-title = Inversión
# English: 3baab995
task-reverse-summary = Leer letras al azar y escribirlas al revés: lo último que se leyó va primero.
# English: 547c290a
task-reverse-symbols-title = Letras
# English: 40bd4aae
task-reverse-symbols-summary = Cuántas letras distintas hay.
# English: 1a205f77
task-reverse-min_length-title = Más cortos
# English: bd9e9a67
task-reverse-min_length-summary = Los ejemplos más cortos del entrenamiento.
# English: 6100f455
task-reverse-max_length-title = Más largos
# English: ce39a9f3
task-reverse-max_length-summary = Los ejemplos más largos del entrenamiento.
# English: dde6b646
task-reverse-longer_length-title = Probado hasta
# English: 9aed4f66
task-reverse-longer_length-summary = Una segunda prueba tiene ejemplos más largos que cualquiera del entrenamiento, hasta esta longitud; 0: ninguna.
# English: 8459a7f1
task-sort-title = Ordenación
# English: 36ae2d76
task-sort-summary = Leer letras al azar y escribirlas en orden: cada respuesta depende de todo lo leído.
# English: 547c290a
task-sort-symbols-title = Letras
# English: 40bd4aae
task-sort-symbols-summary = Cuántas letras distintas hay.
# English: 1a205f77
task-sort-min_length-title = Más cortos
# English: bd9e9a67
task-sort-min_length-summary = Los ejemplos más cortos del entrenamiento.
# English: 6100f455
task-sort-max_length-title = Más largos
# English: ce39a9f3
task-sort-max_length-summary = Los ejemplos más largos del entrenamiento.
# English: dde6b646
task-sort-longer_length-title = Probado hasta
# English: 9aed4f66
task-sort-longer_length-summary = Una segunda prueba tiene ejemplos más largos que cualquiera del entrenamiento, hasta esta longitud; 0: ninguna.
# English: ceaeb009
task-addition-title = Suma
# English: b8bca464
task-addition-summary = Leer una suma como 12+45, cifra a cifra, y escribir el resultado: hay que recordar las llevadas.
# English: eac22f5f
task-addition-digits-title = Cifras
# English: 6b2cb227
task-addition-digits-summary = El máximo de cifras que tiene un número en el entrenamiento.
# English: dde6b646
task-addition-longer_digits-title = Probado hasta
# English: c392bd2a
task-addition-longer_digits-summary = Una segunda prueba tiene sumas más largas que cualquiera del entrenamiento, hasta tantas cifras; 0: ninguna.
# English: 771eb7a3
task-addition-reversed_source-title = Leer al revés
# English: ebe6488d
task-addition-reversed_source-summary = Da la suma con la última cifra primero, de modo que lo que se escribe primero es lo último que se leyó.
# English: d30dc97d
task-addition-reversed_answer-title = Responder al revés
# English: ea36b912
task-addition-reversed_answer-summary = Pide primero la última cifra, como se suma en papel: las llevadas van entonces con la escritura.
# English: 2c229f13
task-addition-training_examples-title = Ejemplos de los que aprender
# English: d3768073
task-addition-training_examples-summary = Se entrena solo con tantas sumas distintas, una y otra vez; 0: con sumas siempre nuevas.
# English: 6ccb18be
task-dates-title = Fechas
# English: fdb7d1de
task-dates-summary = Leer una fecha como la escribe la gente y escribirla como 1987-03-12: qué parte leer después es lo que aprende la atención.
# English: 7673870c
task-dates-spellings-title = Formas de escribirla
# English: b28ad2fe
task-dates-spellings-summary = De cuántos modos puede estar escrita una fecha: "12 March 1987", "March 12, 1987", "12.3.1987" ...
# English: f361685d
task-dates-years-title = Años
# English: f926bd21
task-dates-years-summary = Las fechas son de tantos años, desde 1950.
# English: 6eb7dc99
task-number_words-title = Números en palabras
# English: 8f4d4bf7
task-number_words-summary = Leer un número en palabras, «two hundred and three», y escribir sus cifras, 2 0 3: el cero no está en ningún sitio de las palabras.
# English: eac22f5f
task-number_words-digits-title = Cifras
# English: 6b2cb227
task-number_words-digits-summary = El máximo de cifras que tiene un número en el entrenamiento.
# English: dde6b646
task-number_words-longer_digits-title = Probado hasta
# English: ffeb8bbf
task-number_words-longer_digits-summary = Una segunda prueba tiene números de más cifras que cualquiera del entrenamiento, hasta tantas; 0: ninguna.
# English: baf680bd
task-roman-title = Números romanos
# English: 17475656
task-roman-summary = Convertir 1990 en MCMXC, o al revés: una cifra se vuelve hasta cuatro letras, y su lugar decide cuáles.
# English: 61fefc0a
task-roman-direction-title = Dirección
# English: 59add038
task-roman-direction-summary = Cuál de los dos se da y cuál se pide.
# English: c49b5d95
task-roman-direction-to_roman = De 1990 a MCMXC
# English: 738b242d
task-roman-direction-to_digits = De MCMXC a 1990
# English: 25a1b404
task-roman-largest-title = Número mayor
# English: c5432e98
task-roman-largest-summary = Se usan los números de 1 a este.
# English: 249730cc
task-translation-title = Traducción
# English: d6d06f32
task-translation-summary = Traducir pequeñas frases inglesas a una lengua inventada cuyos verbos van al final y cuyas palabras concuerdan en número.
# English: 7ea70273
task-translation-reordered-title = Orden propio de las palabras
# English: e377ca06
task-translation-reordered-summary = Pone los verbos al final y los sustantivos al principio; sin ello, las palabras están en el orden de las inglesas.
# English: a3f469e7
task-translation-agreement-title = Concordancia
# English: 23939bb3
task-translation-agreement-summary = Artículos y adjetivos toman la terminación de su sustantivo, los verbos la de su sujeto.
# English: 87bc64e1
task-translation-clauses-title = Oraciones
# English: 8d755fe5
task-translation-clauses-summary = El máximo de oraciones que tiene una frase en el entrenamiento.
# English: dde6b646
task-translation-longer_clauses-title = Probado hasta
# English: 93d8570b
task-translation-longer_clauses-summary = Una segunda prueba tiene frases de más oraciones que cualquiera del entrenamiento, hasta tantas; 0: ninguna.
# English: ead257f3
task-pairs_csv-title = Tus propios pares
# English: 66c437e3
task-pairs_csv-summary = Una tabla tuya con dos columnas: aprender a escribir la segunda a partir de la primera; una décima parte se reserva para probar.
# English: d70ceb7f
task-pairs_csv-corpus-title = Tabla
# English: d9b9030a
task-pairs_csv-corpus-summary = Líneas como "horse,cheval": las celdas se separan con comas, puntos y coma o tabuladores.
# English: 388a0e16
task-pairs_csv-corpus-own = Tu propia tabla
# English: 114f9980
task-pairs_csv-header-title = Encabezado
# English: 77b295ea
task-pairs_csv-header-summary = La primera línea nombra las columnas y se omite.
# English: e0d5d4e9
task-pairs_csv-longest_given-title = Primera celda más larga
# English: 0d1c0ef4
task-pairs_csv-longest_given-summary = Caracteres del texto más largo que se da; cada ejemplo ocupa ese sitio.
# English: 7af10d25
task-pairs_csv-longest_answer-title = Segunda celda más larga
# English: e68f4cbc
task-pairs_csv-longest_answer-summary = Caracteres de la respuesta más larga; cada ejemplo ocupa ese sitio.
# English: 6e8aa3a7
task-pairs_csv-text-title = Tabla propia
# English: 5157f035
task-pairs_csv-text-summary = Una tabla tuya (CSV), guardada dentro del experimento.
# English: 6d7767a3
task-waveform-title = Una onda según su descripción
# English: 7bfa114b
task-waveform-summary = Dada la clase de una onda (seno, cuadrada, diente de sierra, triángulo), su frecuencia y su altura, dibujarla: un vector se vuelve una secuencia entera.
# English: cc5e1935
task-waveform-length-title = Longitud
# English: aa454de4
task-waveform-length-summary = Cuántos puntos de la onda se dibujan.
# English: cf03f0e9
task-waveform-min_waves-title = Mínimo de ondas
# English: 68dfd799
task-waveform-min_waves-summary = La onda más lenta sube y baja tantas veces.
# English: ecbff1e4
task-waveform-max_waves-title = Máximo de ondas
# English: 95ac6062
task-waveform-max_waves-summary = La onda más rápida sube y baja tantas veces.
# English: 1db0d372
task-waveform-phases-title = Cualquier fase
# English: 11d56755
task-waveform-phases-summary = Las ondas empiezan en cualquier punto, y la descripción dice dónde.
# English: dde6b646
task-waveform-longer_length-title = Probado hasta
# English: bee82abf
task-waveform-longer_length-summary = Una segunda prueba tiene ejemplos más largos que cualquiera del entrenamiento, de esta longitud; 0: ninguna.
# English: 7cb5529d
task-digit_words-title = De cifras a palabras
# English: 21b75b2b
task-digit_words-summary = Mirar la imagen de una cifra y escribir su nombre, letra a letra: una imagen se vuelve una secuencia.
# English: 17ec53cb
task-digit_words-corpus-title = Imágenes
# English: 728d1dd0
task-digit_words-corpus-summary = Cuatro mil cifras manuscritas de 14 por 14 píxeles; la última quinta parte se reserva.
# English: 309eee67
task-digit_words-corpus-digits = Cifras manuscritas
# English: 3f7eadbd
task-naming-title = De atributos a un nombre
# English: 073a75ed
task-naming-summary = A partir de una primera letra, una longitud y una última letra, «m5a», escribir un nombre que los tenga: «maria». Muchos son correctos.
# English: 7355c12f
task-naming-corpus-title = Nombres
# English: cabf10ff
task-naming-corpus-summary = Los nombres de los que aprender, uno por línea; 9 significa nueve letras o más.
# English: 1f26be71
task-naming-corpus-names = Nombres de pila
# English: cad1c6ce
task-naming-corpus-own = Tus propios nombres
# English: cef85727
task-naming-text-title = Tus nombres
# English: 50bae2bd
task-naming-text-summary = Nombres tuyos, guardados dentro del experimento.
# English: 988c5c00
task-sines-title = Pronosticar sumas de senoides
# English: d5ed6267
task-sines-summary = Cada secuencia es una suma de ondas nunca vistas: averiguar al leer cuáles son, y pronosticarlas.
# English: b863f885
task-sines-components-title = Ondas
# English: 13ba02a6
task-sines-components-summary = Cuántas senoides se suman.
# English: bee81ff4
task-sines-min_period-title = Periodo más corto
# English: 1ae27c6b
task-sines-min_period-summary = La onda más rápida se repite después de tantos pasos.
# English: bedde4fe
task-sines-max_period-title = Periodo más largo
# English: 4447fde2
task-sines-max_period-summary = La onda más lenta se repite después de tantos pasos.
# English: 1f2ecf71
task-sines-noise-title = Ruido
# English: 4f7f5db8
task-sines-noise-summary = Desviación típica del ruido; la de las ondas mismas es 1.
# English: cc5e1935
task-sines-length-title = Longitud
# English: 89f68887
task-sines-length-summary = Cuántos valores ve un modelo a la vez al entrenar.
# English: dde6b646
task-sines-longer_length-title = Probado hasta
# English: bee82abf
task-sines-longer_length-summary = Una segunda prueba tiene ejemplos más largos que cualquiera del entrenamiento, de esta longitud; 0: ninguna.
# English: 4292e1bd
task-sines-ahead-title = Pasos por delante
# English: f2631ee1
task-sines-ahead-summary = A cuántos pasos está el valor que hay que pronosticar.
# English: 33e35a6b
task-mackey_glass-title = Pronosticar una serie caótica
# English: 6e0bb44e
task-mackey_glass-summary = La serie de Mackey y Glass parece regular y nunca se repite: pronosticarla, y ver cuán pronto se vuelve difícil.
# English: 20cc7478
task-mackey_glass-tau-title = Retardo
# English: 101d8e16
task-mackey_glass-tau-summary = Cuánto tiempo hace del valor que impulsa la serie; desde 17 es caótica.
# English: cc5e1935
task-mackey_glass-length-title = Longitud
# English: 89f68887
task-mackey_glass-length-summary = Cuántos valores ve un modelo a la vez al entrenar.
# English: dde6b646
task-mackey_glass-longer_length-title = Probado hasta
# English: bee82abf
task-mackey_glass-longer_length-summary = Una segunda prueba tiene ejemplos más largos que cualquiera del entrenamiento, de esta longitud; 0: ninguna.
# English: 4292e1bd
task-mackey_glass-ahead-title = Pasos por delante
# English: f2631ee1
task-mackey_glass-ahead-summary = A cuántos pasos está el valor que hay que pronosticar.
# English: 4528e432
task-forecast_csv-title = Pronosticar una columna de números
# English: 584d3848
task-forecast_csv-summary = Leer números reales día a día, nacimientos o una columna de tu propia tabla, y pronosticar el siguiente; la última quinta parte se reserva.
# English: d63c77c9
task-forecast_csv-corpus-title = Números
# English: 35985550
task-forecast_csv-corpus-summary = Lo que se pronostica.
# English: 8a86329a
task-forecast_csv-corpus-births = Nacimientos en Estados Unidos
# English: 388a0e16
task-forecast_csv-corpus-own = Tu propia tabla
# English: cc5e1935
task-forecast_csv-length-title = Longitud
# English: 89f68887
task-forecast_csv-length-summary = Cuántos valores ve un modelo a la vez al entrenar.
# English: dde6b646
task-forecast_csv-longer_length-title = Probado hasta
# English: bee82abf
task-forecast_csv-longer_length-summary = Una segunda prueba tiene ejemplos más largos que cualquiera del entrenamiento, de esta longitud; 0: ninguna.
# English: 4292e1bd
task-forecast_csv-ahead-title = Pasos por delante
# English: f2631ee1
task-forecast_csv-ahead-summary = A cuántos pasos está el valor que hay que pronosticar.
# English: 14f06c78
task-forecast_csv-period-title = Periodo estacional
# English: 03ef1dcc
task-forecast_csv-period-summary = La línea de base estacional dice lo que había tantos pasos antes; 0: no hay ninguna.
# English: 22c12a47
task-forecast_csv-column-title = Columna
# English: 0849c016
task-forecast_csv-column-summary = Nombre o número de la columna; vacío: la primera que contiene números.
# English: 6e8aa3a7
task-forecast_csv-text-title = Tabla propia
# English: 5157f035
task-forecast_csv-text-summary = Una tabla tuya (CSV), guardada dentro del experimento.
# English: a12f97ea
task-set_maximum-title = El mayor de un conjunto de números
# English: c3d0845c
task-set_maximum-summary = Mirar un conjunto de números entre 0 y 1, sin orden, y decir el mayor.
# English: 39eb3f74
task-set_maximum-min_size-title = Más pequeños
# English: ae47153c
task-set_maximum-min_size-summary = Los conjuntos más pequeños del entrenamiento.
# English: 506a58c3
task-set_maximum-max_size-title = Más grandes
# English: 1b13c577
task-set_maximum-max_size-summary = Los conjuntos más grandes del entrenamiento.
# English: dde6b646
task-set_maximum-longer_size-title = Probado hasta
# English: 36e15ed7
task-set_maximum-longer_size-summary = Una segunda prueba tiene conjuntos mayores que cualquiera del entrenamiento, hasta este tamaño; 0: ninguna.
# English: 57a8803f
task-set_unique-title = Letras distintas en una bolsa
# English: eada54a7
task-set_unique-summary = Mirar una bolsa de letras, sin orden, y decir cuántas distintas hay: hay que comparar cada par.
# English: 547c290a
task-set_unique-symbols-title = Letras
# English: 40bd4aae
task-set_unique-symbols-summary = Cuántas letras distintas hay.
# English: 39eb3f74
task-set_unique-min_size-title = Más pequeños
# English: ae47153c
task-set_unique-min_size-summary = Los conjuntos más pequeños del entrenamiento.
# English: 506a58c3
task-set_unique-max_size-title = Más grandes
# English: 1b13c577
task-set_unique-max_size-summary = Los conjuntos más grandes del entrenamiento.
# English: dde6b646
task-set_unique-longer_size-title = Probado hasta
# English: 36e15ed7
task-set_unique-longer_size-summary = Una segunda prueba tiene conjuntos mayores que cualquiera del entrenamiento, hasta este tamaño; 0: ninguna.
# English: 20183157
task-digit_sum-title = Suma de un conjunto de cifras
# English: d433a8b8
task-digit_sum-summary = Mirar un conjunto de imágenes de cifras, sin orden, y decir su suma; nadie dice qué cifras son. (La pérdida se cuenta en decenas.)
# English: 17ec53cb
task-digit_sum-corpus-title = Imágenes
# English: 728d1dd0
task-digit_sum-corpus-summary = Cuatro mil cifras manuscritas de 14 por 14 píxeles; la última quinta parte se reserva.
# English: 309eee67
task-digit_sum-corpus-digits = Cifras manuscritas
# English: 39eb3f74
task-digit_sum-min_size-title = Más pequeños
# English: ae47153c
task-digit_sum-min_size-summary = Los conjuntos más pequeños del entrenamiento.
# English: 506a58c3
task-digit_sum-max_size-title = Más grandes
# English: 1b13c577
task-digit_sum-max_size-summary = Los conjuntos más grandes del entrenamiento.
# English: dde6b646
task-digit_sum-longer_size-title = Probado hasta
# English: 36e15ed7
task-digit_sum-longer_size-summary = Una segunda prueba tiene conjuntos mayores que cualquiera del entrenamiento, hasta este tamaño; 0: ninguna.
# English: 28fbc54e
task-clustering-title = Grupos de puntos
# English: 9f115748
task-clustering-summary = Mirar puntos en el plano y decir dónde están sus grupos y qué ancho tienen, de una ojeada en vez de con un algoritmo que da vueltas y vueltas.
# English: 178ee7ba
task-clustering-clusters-title = Grupos
# English: 06e0521f
task-clustering-clusters-summary = De cuántos grupos viene cada conjunto de puntos.
# English: 3b42dfbf
task-clustering-deviation-title = Ancho
# English: 32be3648
task-clustering-deviation-summary = Desviación típica de los puntos alrededor de su centro.
# English: 39eb3f74
task-clustering-min_size-title = Más pequeños
# English: ae47153c
task-clustering-min_size-summary = Los conjuntos más pequeños del entrenamiento.
# English: 506a58c3
task-clustering-max_size-title = Más grandes
# English: 1b13c577
task-clustering-max_size-summary = Los conjuntos más grandes del entrenamiento.
# English: dde6b646
task-clustering-longer_size-title = Probado hasta
# English: 36e15ed7
task-clustering-longer_size-summary = Una segunda prueba tiene conjuntos mayores que cualquiera del entrenamiento, hasta este tamaño; 0: ninguna.
`;
