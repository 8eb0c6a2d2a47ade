// Spanish for the engine: tasks with texts, and with an answer at each position or for a sequence. Above each text stands the stamp of its English (web/words/overlay.js).
export default `
# English: d8e8cb69
task-text-title = Texto, carácter a carácter
# English: 8bbbf6a9
task-text-summary = Leer un texto y predecir cada carácter siguiente; la última décima parte del texto se reserva para probar.
# English: 3e142d5e
task-text-corpus-title = Texto
# English: acf7b3fc
task-text-corpus-summary = Lo que los modelos aprenden a escribir.
# English: de9e3411
task-text-corpus-moby-dick = Moby Dick
# English: 7355c12f
task-text-corpus-names = Nombres
# English: c8b1e2a9
task-text-corpus-own = Tu propio texto
# English: 583ff084
task-text-length-title = Longitud de secuencia
# English: a93b1065
task-text-length-summary = Cuántos caracteres ve un modelo a la vez al entrenar; un Transformer nunca ve más.
# English: cecefbb6
task-text-text-title = Texto propio
# English: 2e69b639
task-text-text-summary = Un texto tuyo, guardado dentro del experimento.
# English: 6cec7cab
task-masked_text-title = Caracteres ocultos
# English: 4a2f4151
task-masked_text-summary = Rellenar caracteres que se ocultaron en un texto: a diferencia de cuando se escribe, también se puede leer lo que sigue.
# English: 3e142d5e
task-masked_text-corpus-title = Texto
# English: 2fc826ae
task-masked_text-corpus-summary = Lo que los modelos aprenden a completar.
# English: de9e3411
task-masked_text-corpus-moby-dick = Moby Dick
# English: 7355c12f
task-masked_text-corpus-names = Nombres
# English: c8b1e2a9
task-masked_text-corpus-own = Tu propio texto
# English: 583ff084
task-masked_text-length-title = Longitud de secuencia
# English: ff482b56
task-masked_text-length-summary = Cuántos caracteres ve un modelo a la vez.
# English: 993dc736
task-masked_text-mask_rate-title = Parte oculta
# English: 7f8841ef
task-masked_text-mask_rate-summary = Qué parte de los símbolos se elige, al menos uno de cada ejemplo; la mayoría de esos se ocultan, algunos se reemplazan, algunos se dejan.
# English: cecefbb6
task-masked_text-text-title = Texto propio
# English: 2e69b639
task-masked_text-text-summary = Un texto tuyo, guardado dentro del experimento.
# English: 7a09b3dc
task-masked_reviews-title = Palabras ocultas
# English: 328b878f
task-masked_reviews-summary = Rellenar palabras que se ocultaron en reseñas cortas: nadie tiene que etiquetarlas, y «Opinión» puede partir de ello.
# English: 87bc64e1
task-masked_reviews-max_clauses-title = Oraciones
# English: a5f73c72
task-masked_reviews-max_clauses-summary = El máximo de oraciones que tiene una reseña en el entrenamiento.
# English: dde6b646
task-masked_reviews-longer_clauses-title = Probado hasta
# English: 2661afba
task-masked_reviews-longer_clauses-summary = Una segunda prueba tiene reseñas de más oraciones que cualquiera del entrenamiento, hasta tantas; 0: ninguna.
# English: 993dc736
task-masked_reviews-mask_rate-title = Parte oculta
# English: 7f8841ef
task-masked_reviews-mask_rate-summary = Qué parte de los símbolos se elige, al menos uno de cada ejemplo; la mayoría de esos se ocultan, algunos se reemplazan, algunos se dejan.
# English: 97e03452
task-sentiment-title = Opinión
# English: 55c22e1c
task-sentiment-summary = ¿Le gusta la película a una reseña corta? «not» da la vuelta a las palabras, y lo que sigue a «but» pesa más que lo de antes.
# English: 87bc64e1
task-sentiment-max_clauses-title = Oraciones
# English: a5f73c72
task-sentiment-max_clauses-summary = El máximo de oraciones que tiene una reseña en el entrenamiento.
# English: dde6b646
task-sentiment-longer_clauses-title = Probado hasta
# English: 2661afba
task-sentiment-longer_clauses-summary = Una segunda prueba tiene reseñas de más oraciones que cualquiera del entrenamiento, hasta tantas; 0: ninguna.
# English: df3ac2e7
task-sentiment-labelled-title = Reseñas etiquetadas
# English: ee25ea47
task-sentiment-labelled-summary = Se entrena solo con tantas reseñas distintas, la mitad favorables, una y otra vez; 0: con reseñas siempre nuevas.
# English: 48292308
task-adding-title = Sumar dos números marcados
# English: 877c41ce
task-adding-summary = Leer una larga fila de números al azar, dos de ellos marcados, y decir la suma de esos dos: el primero hay que recordarlo hasta el final.
# English: cc5e1935
task-adding-length-title = Longitud
# English: 622f48c0
task-adding-length-summary = Cuántos números tiene una secuencia.
# English: dde6b646
task-adding-longer_length-title = Probado hasta
# English: bee82abf
task-adding-longer_length-summary = Una segunda prueba tiene ejemplos más largos que cualquiera del entrenamiento, de esta longitud; 0: ninguna.
# English: 5d5a82bb
task-temporal_order-title = Orden temporal
# English: 408d0ec8
task-temporal_order-summary = Entre letras que no significan nada aparecen dos o tres marcas, cada una X o Y: ¿en qué orden vinieron?
# English: ab70bac9
task-temporal_order-marks-title = Marcas
# English: 5a16f2b7
task-temporal_order-marks-summary = Cuántas marcas hay que recordar en orden.
# English: 1a205f77
task-temporal_order-min_length-title = Más cortos
# English: bd9e9a67
task-temporal_order-min_length-summary = Los ejemplos más cortos del entrenamiento.
# English: 6100f455
task-temporal_order-max_length-title = Más largos
# English: ce39a9f3
task-temporal_order-max_length-summary = Los ejemplos más largos del entrenamiento.
# English: dde6b646
task-temporal_order-longer_length-title = Probado hasta
# English: 9aed4f66
task-temporal_order-longer_length-summary = Una segunda prueba tiene ejemplos más largos que cualquiera del entrenamiento, hasta esta longitud; 0: ninguna.
# English: 9cc5d674
task-parity-title = Paridad
# English: 3e778b10
task-parity-summary = Leer bits y decir al final si el número de unos es par o impar: decide cada uno de los bits.
# English: 1a205f77
task-parity-min_length-title = Más cortos
# English: bd9e9a67
task-parity-min_length-summary = Los ejemplos más cortos del entrenamiento.
# English: 6100f455
task-parity-max_length-title = Más largos
# English: ce39a9f3
task-parity-max_length-summary = Los ejemplos más largos del entrenamiento.
# English: dde6b646
task-parity-longer_length-title = Probado hasta
# English: 9aed4f66
task-parity-longer_length-summary = Una segunda prueba tiene ejemplos más largos que cualquiera del entrenamiento, hasta esta longitud; 0: ninguna.
# English: 838dfad2
task-majority-title = Mayoría
# English: 2606e29f
task-majority-summary = Decir qué letra vino más veces: fácil para quien suma o hace la media.
# English: 547c290a
task-majority-symbols-title = Letras
# English: 40bd4aae
task-majority-symbols-summary = Cuántas letras distintas hay.
# English: 1a205f77
task-majority-min_length-title = Más cortos
# English: bd9e9a67
task-majority-min_length-summary = Los ejemplos más cortos del entrenamiento.
# English: 6100f455
task-majority-max_length-title = Más largos
# English: ce39a9f3
task-majority-max_length-summary = Los ejemplos más largos del entrenamiento.
# English: dde6b646
task-majority-longer_length-title = Probado hasta
# English: 9aed4f66
task-majority-longer_length-summary = Una segunda prueba tiene ejemplos más largos que cualquiera del entrenamiento, hasta esta longitud; 0: ninguna.
# English: f16f895e
task-brackets-title = Paréntesis equilibrados
# English: 344fc4e8
task-brackets-summary = ¿Se cierra cada paréntesis con su igual, en el orden correcto? Lo que no está equilibrado solo tiene un pequeño fallo.
# English: bec1fd30
task-brackets-kinds-title = Clases
# English: e44f3d65
task-brackets-kinds-summary = Cuántas clases de paréntesis hay.
# English: 1a205f77
task-brackets-min_length-title = Más cortos
# English: bd9e9a67
task-brackets-min_length-summary = Los ejemplos más cortos del entrenamiento.
# English: 6100f455
task-brackets-max_length-title = Más largos
# English: ce39a9f3
task-brackets-max_length-summary = Los ejemplos más largos del entrenamiento.
# English: dde6b646
task-brackets-longer_length-title = Probado hasta
# English: 9aed4f66
task-brackets-longer_length-summary = Una segunda prueba tiene ejemplos más largos que cualquiera del entrenamiento, hasta esta longitud; 0: ninguna.
# English: dd1d5fe1
task-palindrome_gap-title = Palíndromo con un hueco
# English: 05fc8cd3
task-palindrome_gap-summary = Rellenar el hueco de un palíndromo: la mitad de los huecos solo los puede rellenar quien lee en ambas direcciones.
# English: 547c290a
task-palindrome_gap-symbols-title = Letras
# English: 40bd4aae
task-palindrome_gap-symbols-summary = Cuántas letras distintas hay.
# English: 1a205f77
task-palindrome_gap-min_length-title = Más cortos
# English: bd9e9a67
task-palindrome_gap-min_length-summary = Los ejemplos más cortos del entrenamiento.
# English: 6100f455
task-palindrome_gap-max_length-title = Más largos
# English: ce39a9f3
task-palindrome_gap-max_length-summary = Los ejemplos más largos del entrenamiento.
# English: dde6b646
task-palindrome_gap-longer_length-title = Probado hasta
# English: 9aed4f66
task-palindrome_gap-longer_length-summary = Una segunda prueba tiene ejemplos más largos que cualquiera del entrenamiento, hasta esta longitud; 0: ninguna.
# English: 309eee67
task-digits-title = Cifras manuscritas
# English: 4e35d725
task-digits-summary = Leer la imagen de una cifra trozo a trozo, como si fuera una frase, y decir qué cifra es.
# English: 17ec53cb
task-digits-corpus-title = Imágenes
# English: 728d1dd0
task-digits-corpus-summary = Cuatro mil cifras manuscritas de 14 por 14 píxeles; la última quinta parte se reserva.
# English: 309eee67
task-digits-corpus-digits = Cifras manuscritas
# English: 5ee7339b
task-digits-reading-title = Lectura
# English: 6333f5be
task-digits-reading-summary = Lo que ve un modelo en cada paso: 14 filas, 196 píxeles o 49 parches.
# English: 3aff5c64
task-digits-reading-rows = Fila a fila
# English: e711cdbc
task-digits-reading-pixels = Píxel a píxel
# English: 6ba43202
task-digits-reading-patches = En parches de 2 por 2
# English: 5bd852c7
task-digits-shuffled-title = Píxeles barajados
# English: 6adeb929
task-digits-shuffled-summary = Los píxeles de cada imagen cambian de sitio del mismo modo: ¿a quién le importa?
# English: 310f386f
task-copy_memory-title = Copiar de memoria
# English: d7578ab3
task-copy_memory-summary = Ver unas pocas cifras, después nada durante mucho tiempo, después repetirlas: lo que una RNN sencilla olvida.
# English: 44f9bf2d
task-copy_memory-pause-title = Pausa
# English: 4bfdd2fc
task-copy_memory-pause-summary = Cuánto tiempo hay que recordar las cifras.
# English: 52acac92
task-copy_memory-longer_pause-title = Probado con una pausa de
# English: 5ac756a2
task-copy_memory-longer_pause-summary = Una segunda prueba tiene esta pausa más larga; 0: ninguna.
# English: eac22f5f
task-copy_memory-remembered-title = Cifras
# English: 39219c42
task-copy_memory-remembered-summary = Cuántas cifras hay que recordar.
# English: 83a92cce
task-delayed_recall-title = Recuerdo retardado
# English: f511d753
task-delayed_recall-summary = Decir en cada paso qué letra se leyó n pasos antes: una convolución puede exactamente hasta donde ve.
# English: c4fd85b7
task-delayed_recall-delay-title = Pasos atrás
# English: 555915a3
task-delayed_recall-delay-summary = Cuántos pasos antes se leyó la letra pedida.
# English: 547c290a
task-delayed_recall-symbols-title = Letras
# English: 40bd4aae
task-delayed_recall-symbols-summary = Cuántas letras distintas hay.
# English: 1a205f77
task-delayed_recall-min_length-title = Más cortos
# English: bd9e9a67
task-delayed_recall-min_length-summary = Los ejemplos más cortos del entrenamiento.
# English: 6100f455
task-delayed_recall-max_length-title = Más largos
# English: ce39a9f3
task-delayed_recall-max_length-summary = Los ejemplos más largos del entrenamiento.
# English: dde6b646
task-delayed_recall-longer_length-title = Probado hasta
# English: 9aed4f66
task-delayed_recall-longer_length-summary = Una segunda prueba tiene ejemplos más largos que cualquiera del entrenamiento, hasta esta longitud; 0: ninguna.
# English: 85638f71
task-running_parity-title = Paridad acumulada
# English: e5ffd4d1
task-running_parity-summary = Decir después de cada bit si el número de unos hasta ahí es impar: un bit de memoria que no se puede perder nunca.
# English: 1a205f77
task-running_parity-min_length-title = Más cortos
# English: bd9e9a67
task-running_parity-min_length-summary = Los ejemplos más cortos del entrenamiento.
# English: 6100f455
task-running_parity-max_length-title = Más largos
# English: ce39a9f3
task-running_parity-max_length-summary = Los ejemplos más largos del entrenamiento.
# English: dde6b646
task-running_parity-longer_length-title = Probado hasta
# English: 9aed4f66
task-running_parity-longer_length-summary = Una segunda prueba tiene ejemplos más largos que cualquiera del entrenamiento, hasta esta longitud; 0: ninguna.
# English: 2ed1ee8d
task-associative_recall-title = Recuerdo asociativo
# English: 37818220
task-associative_recall-summary = Leer letras que llevan cada una una cifra, después nombrar la cifra de una letra vista otra vez: una búsqueda por contenido.
# English: 1a205f77
task-associative_recall-min_length-title = Más cortos
# English: bd9e9a67
task-associative_recall-min_length-summary = Los ejemplos más cortos del entrenamiento.
# English: 6100f455
task-associative_recall-max_length-title = Más largos
# English: ce39a9f3
task-associative_recall-max_length-summary = Los ejemplos más largos del entrenamiento.
# English: dde6b646
task-associative_recall-longer_length-title = Probado hasta
# English: 9aed4f66
task-associative_recall-longer_length-summary = Una segunda prueba tiene ejemplos más largos que cualquiera del entrenamiento, hasta esta longitud; 0: ninguna.
# English: 1ce522a2
task-associative_recall-queries-title = Preguntas
# English: 6c9107e5
task-associative_recall-queries-summary = Por cuántas letras se pregunta al final.
# English: a7adeb56
task-repeated_block-title = Bloque repetido
# English: 9603b548
task-repeated_block-summary = Letras al azar que empiezan a repetirse: para seguir, hay que encontrar dónde estuvo antes la última letra y mirar qué siguió.
# English: cc5e1935
task-repeated_block-length-title = Longitud
# English: ab17caff
task-repeated_block-length-summary = Letras de una secuencia.
# English: dde6b646
task-repeated_block-longer_length-title = Probado hasta
# English: b80e86a0
task-repeated_block-longer_length-summary = Una segunda prueba tiene secuencias de esta longitud mayor; 0: ninguna.
# English: 547c290a
task-repeated_block-symbols-title = Letras
# English: 40bd4aae
task-repeated_block-symbols-summary = Cuántas letras distintas hay.
# English: 70523af2
task-repeated_block-min_period-title = Bloque más corto
# English: a0d1effa
task-repeated_block-min_period-summary = El mínimo de letras que se repiten.
# English: 2d6760c0
task-repeated_block-max_period-title = Bloque más largo
# English: 3271c998
task-repeated_block-max_period-summary = El máximo de letras que se repiten; con una sola longitud, las posiciones revelan la respuesta.
# English: 04120939
task-repeated_block-max_offset-title = Letras delante
# English: 4b6f8512
task-repeated_block-max_offset-summary = Como mucho tantas otras letras vienen delante del bloque.
`;
