// Spanish for the engine: models that see a window, or count. Above each text stands the stamp of its English (web/words/overlay.js).
export default `
# English: 701393d5
model-conv-title = Convolución
# English: fd43e44f
model-conv-summary = Desliza pequeños patrones por la secuencia; las capas que miran a lugares cada vez más separados ven de una vez largos tramos.
# English: 95e9a637
model-conv-embedding_size-title = Tamaño del embedding
# English: 5f8849b4
model-conv-embedding_size-summary = Números del vector aprendido que representa un símbolo; las tareas de números no necesitan ninguno.
# English: c9409495
model-conv-channels-title = Canales
# English: e78dc543
model-conv-channels-summary = Patrones que cada capa busca en cada posición.
# English: 9c46d2d9
model-conv-kernel_size-title = Tamaño del núcleo
# English: ca3e25d2
model-conv-kernel_size-summary = Posiciones que una convolución ve a la vez, algunas saltadas donde está dilatada.
# English: bc7fe97f
model-conv-num_layers-title = Capas
# English: 47f5c716
model-conv-num_layers-summary = Bloques de convoluciones, cada uno lee el de abajo.
# English: 7e16b1a8
model-conv-dilation_base-title = Base de dilatación
# English: 3c7e61cd
model-conv-dilation_base-summary = Cuántas veces más separados que en la capa de abajo están los lugares que mira cada capa: con 1 todas miran a los vecinos, con 2 la vista se duplica con cada capa.
# English: 564e1c62
model-conv-gated-title = Con puertas
# English: 406821a1
model-conv-gated-summary = Una convolución por capa, una de cuyas mitades abre y cierra la otra, en vez de dos con una ReLU.
# English: 28dbc470
model-conv-direction-title = Mira a
# English: 791b47ea
model-conv-direction-summary = Si una posición ve lo que viene después; donde la tarea es predecirlo, nunca lo ve.
# English: c2a0ca82
model-conv-direction-both = Ambos lados
# English: 900e8f1b
model-conv-direction-causal = Solo lo anterior
# English: 414eb5b3
model-conv-pooling-title = Resumen
# English: 277ff1dd
model-conv-pooling-summary = Cómo se vuelven una todas las posiciones donde la tarea pide una sola respuesta.
# English: 05bdc074
model-conv-pooling-mean = Media
# English: e2955e21
model-conv-pooling-max = Máximo
# English: e7502c98
model-conv-pooling-last = Última posición
# English: add97b30
model-conv-dropout-title = Dropout
# English: 2e75c2eb
model-conv-dropout-summary = Parte de los números que se omite al azar al entrenar, para que el modelo no aprenda de memoria.
# English: 7f49aee6
model-conv-tap-conv-hidden-title = Patrones encontrados
# English: bda73ce8
model-conv-tap-conv-hidden-summary = Con qué fuerza responde cada canal de una capa en cada posición.
# English: c71e8744
model-conv-tap-probabilities-title = Predicción
# English: a1ebc86f
model-conv-tap-probabilities-summary = La probabilidad de cada símbolo como respuesta en cada posición.
# English: c2f2a22e
model-conv_seq2seq-title = Seq2seq convolucional
# English: a3dd6218
model-conv_seq2seq-summary = Un codificador y un decodificador sin memoria: ambos deslizan pequeños patrones, y cada capa del decodificador mira a la fuente.
# English: 95e9a637
model-conv_seq2seq-embedding_size-title = Tamaño del embedding
# English: 9f995f52
model-conv_seq2seq-embedding_size-summary = Números del vector aprendido que representa un símbolo y su posición.
# English: c9409495
model-conv_seq2seq-channels-title = Canales
# English: e78dc543
model-conv_seq2seq-channels-summary = Patrones que cada capa busca en cada posición.
# English: 9c46d2d9
model-conv_seq2seq-kernel_size-title = Tamaño del núcleo
# English: d68ff522
model-conv_seq2seq-kernel_size-summary = Posiciones que una convolución ve a la vez.
# English: bc7fe97f
model-conv_seq2seq-num_layers-title = Capas
# English: b7dd8cd2
model-conv_seq2seq-num_layers-summary = Convoluciones en el codificador, y otras tantas en el decodificador, cada una de las cuales mira a la fuente.
# English: add97b30
model-conv_seq2seq-dropout-title = Dropout
# English: 2e75c2eb
model-conv_seq2seq-dropout-summary = Parte de los números que se omite al azar al entrenar, para que el modelo no aprenda de memoria.
# English: 08c14359
model-conv_seq2seq-tap-conv_seq2seq-attention-title = Atención
# English: 63712cc7
model-conv_seq2seq-tap-conv_seq2seq-attention-summary = A qué símbolos de la fuente mira cada símbolo de la respuesta, en cada capa.
# English: c71e8744
model-conv_seq2seq-tap-probabilities-title = Predicción
# English: 39af124d
model-conv_seq2seq-tap-probabilities-summary = La probabilidad de cada símbolo como el siguiente de la respuesta.
# English: d028a196
model-pervasive-title = Atención omnipresente (pervasive)
# English: c84b426e
model-pervasive-summary = Dispone la fuente y la respuesta como una rejilla de pares y desliza pequeños patrones por ella: no hay capa de atención, porque todo lo es.
# English: 95e9a637
model-pervasive-embedding_size-title = Tamaño del embedding
# English: 78d6431c
model-pervasive-embedding_size-summary = Números del vector aprendido que representa un símbolo.
# English: afb835c6
model-pervasive-growth-title = Crecimiento
# English: 6cf315c5
model-pervasive-growth-summary = Canales que cada capa añade a todos los de abajo.
# English: bc7fe97f
model-pervasive-num_layers-title = Capas
# English: dae1b504
model-pervasive-num_layers-summary = Convoluciones sobre la rejilla: cada una ve un paso más allá en la fuente, en ambos sentidos, y en la respuesta hasta ahí.
# English: 9c46d2d9
model-pervasive-kernel_size-title = Tamaño del núcleo
# English: 812e204c
model-pervasive-kernel_size-summary = Posiciones de la fuente que una convolución ve a la vez; de la respuesta, la mitad.
# English: 5ccec469
model-pervasive-pooling-title = Sobre la fuente
# English: 8be99db6
model-pervasive-pooling-summary = Cómo se vuelven una todas las posiciones de la fuente: la señal más fuerte de cada característica, o la media.
# English: e2955e21
model-pervasive-pooling-max = Máximo
# English: 05bdc074
model-pervasive-pooling-mean = Media
# English: add97b30
model-pervasive-dropout-title = Dropout
# English: 2e75c2eb
model-pervasive-dropout-summary = Parte de los números que se omite al azar al entrenar, para que el modelo no aprenda de memoria.
# English: d66abafe
model-pervasive-tap-pervasive-alignment-title = Alineamiento
# English: bde81ea0
model-pervasive-tap-pervasive-alignment-summary = Para cada símbolo de la respuesta, la proporción de las características que fueron más fuertes en cada símbolo de la fuente.
# English: c71e8744
model-pervasive-tap-probabilities-title = Predicción
# English: 39af124d
model-pervasive-tap-probabilities-summary = La probabilidad de cada símbolo como el siguiente de la respuesta.
# English: a9a9a290
model-image_conv-title = Convolución de imágenes
# English: fe6b8a24
model-image_conv-summary = Busca pequeños patrones por toda una imagen, y después patrones de esos.
# English: c9409495
model-image_conv-channels-title = Canales
# English: efe624a8
model-image_conv-channels-summary = Patrones que busca el primer bloque; cada bloque siguiente tiene el doble.
# English: 036a71e3
model-image_conv-num_layers-title = Bloques
# English: f40aaf72
model-image_conv-num_layers-summary = Rondas de buscar patrones y reducir a la mitad los lados de la imagen.
# English: 9c46d2d9
model-image_conv-kernel_size-title = Tamaño del núcleo
# English: 5f633168
model-image_conv-kernel_size-summary = Lados del cuadrado que cubre un patrón.
# English: 7027d59a
model-image_conv-hidden_size-title = Tamaño oculto
# English: ce656bde
model-image_conv-hidden_size-summary = Unidades de la capa densa anterior a la respuesta.
# English: add97b30
model-image_conv-dropout-title = Dropout
# English: 14d585eb
model-image_conv-dropout-summary = Parte de la capa densa que se omite al azar al entrenar, para que el modelo no aprenda de memoria.
# English: 3cef2013
model-image_conv-tap-image_conv-maps-title = Patrones en la imagen
# English: db029513
model-image_conv-tap-image_conv-maps-summary = Con qué fuerza responde cada canal de un bloque en cada píxel.
# English: 664d3b04
model-mlp-title = MLP
# English: 05b30cfb
model-mlp-summary = Capas totalmente conectadas que ven a la vez un tramo fijo de posiciones y nada más: lo que había antes de la memoria.
# English: 95e9a637
model-mlp-embedding_size-title = Tamaño del embedding
# English: 5f8849b4
model-mlp-embedding_size-summary = Números del vector aprendido que representa un símbolo; las tareas de números no necesitan ninguno.
# English: e78631fd
model-mlp-context-title = Ventana
# English: 4e864b0f
model-mlp-context-summary = Posiciones de las que puede depender una respuesta; las tareas con una respuesta para toda una secuencia la ven entera.
# English: 7027d59a
model-mlp-hidden_size-title = Tamaño oculto
# English: 0ac41959
model-mlp-hidden_size-summary = Unidades en cada capa oculta.
# English: 2d067a45
model-mlp-num_layers-title = Capas ocultas
# English: b29ab186
model-mlp-num_layers-summary = Capas de unidades entre la entrada y la respuesta.
# English: 217aca3d
model-mlp-activation-title = Activación
# English: e743d767
model-mlp-activation-summary = Lo que curva las sumas de cada capa: sin ello, todas las capas serían una.
# English: 092855d0
model-mlp-activation-tanh = tanh
# English: 7a7628f3
model-mlp-activation-relu = ReLU
# English: 7f521eae
model-mlp-activation-gelu = GELU
# English: add97b30
model-mlp-dropout-title = Dropout
# English: a5bbd322
model-mlp-dropout-summary = Parte de las unidades que se omite al azar al entrenar, para que el modelo no aprenda de memoria.
# English: c71e8744
model-mlp-tap-probabilities-title = Predicción
# English: a1ebc86f
model-mlp-tap-probabilities-summary = La probabilidad de cada símbolo como respuesta en cada posición.
# English: 5d7768d7
model-ngram-title = n-grama
# English: 69531548
model-ngram-summary = No es una red: cuenta cuántas veces siguió cada carácter a los últimos, y está listo al instante. El listón que superar.
# English: 18e78237
model-ngram-order-title = Orden
# English: 5532814b
model-ngram-order-summary = Cuántos caracteres anteriores mira; 0 solo sabe cuán frecuente es cada carácter.
# English: c6f1b7e9
model-ngram-smoothing-title = Suavizado
# English: 56914210
model-ngram-smoothing-summary = Cómo adivina lo que nunca vio, a partir de contextos más cortos.
# English: 8f9fc32a
model-ngram-smoothing-kneser_ney = Kneser-Ney
# English: 39afed00
model-ngram-smoothing-witten_bell = Witten-Bell
# English: c71e8744
model-ngram-tap-probabilities-title = Predicción
# English: 9ce6d75a
model-ngram-tap-probabilities-summary = La probabilidad de cada carácter como el siguiente.
`;
