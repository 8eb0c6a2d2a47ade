// Spanish for the engine: recurrent models. Above each text stands the stamp of its English (web/words/overlay.js).
export default `
# English: afeab3bd
model-rnn-title = RNN
# English: 293ad4e2
model-rnn-summary = La red recurrente sencilla: un vector de memoria, reescrito entero en cada paso.
# English: 9f93e11b
model-rnn-input-title = Entrada
# English: 7fe1432c
model-rnn-input-summary = Cómo entra un símbolo: como un vector aprendido, o como un 1 entre ceros.
# English: 81cc8491
model-rnn-input-learned = Embedding aprendido
# English: a657e0f1
model-rnn-input-one_hot = One-hot
# English: 95e9a637
model-rnn-embedding_size-title = Tamaño del embedding
# English: 78d6431c
model-rnn-embedding_size-summary = Números del vector aprendido que representa un símbolo.
# English: 7027d59a
model-rnn-hidden_size-title = Tamaño oculto
# English: 6ef2e160
model-rnn-hidden_size-summary = Unidades de memoria en cada capa: más unidades recuerdan más, y llevan más tiempo.
# English: bc7fe97f
model-rnn-num_layers-title = Capas
# English: 9da07d94
model-rnn-num_layers-summary = Capas recurrentes, cada una lee la de abajo.
# English: b9d46738
model-rnn-bidirectional-title = Ambas direcciones
# English: dab58d24
model-rnn-bidirectional-summary = Una segunda red lee cada secuencia desde el final, de modo que cada respuesta sabe qué viene antes y qué después.
# English: 8bc25463
model-rnn-nonlinearity-title = No linealidad
# English: e6bc70f1
model-rnn-nonlinearity-summary = Lo que curva la suma en cada unidad: tanh mantiene la memoria entre -1 y 1, ReLU la deja crecer sin límite.
# English: 092855d0
model-rnn-nonlinearity-tanh = tanh
# English: 7a7628f3
model-rnn-nonlinearity-relu = ReLU
# English: 00c8bb66
model-rnn-recurrent_init-title = Pesos recurrentes al empezar
# English: 5093f7ed
model-rnn-recurrent_init-summary = Cómo pasa la memoria antes de entrenar: mezclada al azar, girada sin perder nada, o dejada como está.
# English: 694f3139
model-rnn-recurrent_init-uniform = Uniforme (PyTorch)
# English: 3c6becc2
model-rnn-recurrent_init-orthogonal = Ortogonal
# English: dfc1d0bb
model-rnn-recurrent_init-identity = Identidad
# English: a669e0e9
model-rnn-spectral_radius-title = Radio espectral
# English: 25ada8f2
model-rnn-spectral_radius-summary = Cuánto de la memoria conserva un paso antes de entrenar: por debajo de 1 se desvanece, por encima de 1 explota.
# English: add97b30
model-rnn-dropout-title = Dropout
# English: 1ee169d2
model-rnn-dropout-summary = Parte de las unidades entre capas que se omite al azar al entrenar, para que el modelo no aprenda de memoria.
# English: 58f879ce
model-rnn-tap-rnn-hidden-title = Memoria
# English: 1be2b470
model-rnn-tap-rnn-hidden-summary = Lo que recuerda cada unidad en cada paso.
# English: 2cec3584
model-rnn-tap-rnn-hidden_grad-title = Culpa
# English: 4577cfc4
model-rnn-tap-rnn-hidden_grad-summary = Con qué fuerza depende la pérdida de cada unidad en cada momento.
# English: c71e8744
model-rnn-tap-probabilities-title = Predicción
# English: 5feb23c8
model-rnn-tap-probabilities-summary = La probabilidad de cada símbolo como respuesta.
# English: 96119deb
model-gru-title = GRU
# English: fde24d6d
model-gru-summary = Una red recurrente con dos puertas: cuánto de su memoria reemplazar, y cuánto ignorar entre tanto.
# English: 9f93e11b
model-gru-input-title = Entrada
# English: 7fe1432c
model-gru-input-summary = Cómo entra un símbolo: como un vector aprendido, o como un 1 entre ceros.
# English: 81cc8491
model-gru-input-learned = Embedding aprendido
# English: a657e0f1
model-gru-input-one_hot = One-hot
# English: 95e9a637
model-gru-embedding_size-title = Tamaño del embedding
# English: 78d6431c
model-gru-embedding_size-summary = Números del vector aprendido que representa un símbolo.
# English: 7027d59a
model-gru-hidden_size-title = Tamaño oculto
# English: 6ef2e160
model-gru-hidden_size-summary = Unidades de memoria en cada capa: más unidades recuerdan más, y llevan más tiempo.
# English: bc7fe97f
model-gru-num_layers-title = Capas
# English: 9da07d94
model-gru-num_layers-summary = Capas recurrentes, cada una lee la de abajo.
# English: b9d46738
model-gru-bidirectional-title = Ambas direcciones
# English: dab58d24
model-gru-bidirectional-summary = Una segunda red lee cada secuencia desde el final, de modo que cada respuesta sabe qué viene antes y qué después.
# English: ac7d31b7
model-gru-reset-title = Puerta de reinicio
# English: b35e1e76
model-gru-reset-summary = Si la puerta de reinicio actúa sobre lo que los pesos hacen de la memoria, o sobre la memoria antes de que la lean los pesos.
# English: 31fe936b
model-gru-reset-after = Tras el producto (PyTorch)
# English: 6d5dd9ac
model-gru-reset-before = Antes del producto (2014)
# English: add97b30
model-gru-dropout-title = Dropout
# English: 1ee169d2
model-gru-dropout-summary = Parte de las unidades entre capas que se omite al azar al entrenar, para que el modelo no aprenda de memoria.
# English: 58f879ce
model-gru-tap-gru-hidden-title = Memoria
# English: 1be2b470
model-gru-tap-gru-hidden-summary = Lo que recuerda cada unidad en cada paso.
# English: 414dfb53
model-gru-tap-gru-gates-title = Puertas
# English: c8ae9f8c
model-gru-tap-gru-gates-summary = Cuán abierta está cada puerta (reinicio, actualización, candidato) en cada paso.
# English: 2cec3584
model-gru-tap-gru-hidden_grad-title = Culpa
# English: 4577cfc4
model-gru-tap-gru-hidden_grad-summary = Con qué fuerza depende la pérdida de cada unidad en cada momento.
# English: c71e8744
model-gru-tap-probabilities-title = Predicción
# English: 5feb23c8
model-gru-tap-probabilities-summary = La probabilidad de cada símbolo como respuesta.
# English: a92db3bb
model-lstm-title = LSTM
# English: bc03b9fc
model-lstm-summary = Una red recurrente cuyas puertas deciden qué almacenar, qué olvidar y qué mostrar, para que la memoria dure.
# English: 9f93e11b
model-lstm-input-title = Entrada
# English: 7fe1432c
model-lstm-input-summary = Cómo entra un símbolo: como un vector aprendido, o como un 1 entre ceros.
# English: 81cc8491
model-lstm-input-learned = Embedding aprendido
# English: a657e0f1
model-lstm-input-one_hot = One-hot
# English: 95e9a637
model-lstm-embedding_size-title = Tamaño del embedding
# English: 78d6431c
model-lstm-embedding_size-summary = Números del vector aprendido que representa un símbolo.
# English: 7027d59a
model-lstm-hidden_size-title = Tamaño oculto
# English: 6ef2e160
model-lstm-hidden_size-summary = Unidades de memoria en cada capa: más unidades recuerdan más, y llevan más tiempo.
# English: bc7fe97f
model-lstm-num_layers-title = Capas
# English: 9da07d94
model-lstm-num_layers-summary = Capas recurrentes, cada una lee la de abajo.
# English: b9d46738
model-lstm-bidirectional-title = Ambas direcciones
# English: dab58d24
model-lstm-bidirectional-summary = Una segunda red lee cada secuencia desde el final, de modo que cada respuesta sabe qué viene antes y qué después.
# English: a8774b89
model-lstm-forget_bias-title = Sesgo de olvido
# English: bb81ce4d
model-lstm-forget_bias-summary = Se suma a los sesgos de las puertas de olvido antes de entrenar: por encima de 0, una celda sin entrenar empieza recordando (PyTorch usa 0).
# English: 0faadd02
model-lstm-peephole-title = Mirillas (peepholes)
# English: 7afaac12
model-lstm-peephole-summary = Deja que las puertas vean el estado de la celda que guardan.
# English: 914422bc
model-lstm-layer_norm-title = Normalización de capa en la celda
# English: 24499789
model-lstm-layer_norm-summary = Lleva lo que entra en las puertas, y la celda antes de mostrarse, a la misma escala en cada paso.
# English: 9b85cc66
model-lstm-input_gate-title = Puerta de entrada
# English: 1cb60aa1
model-lstm-input_gate-summary = Quién decide qué se almacena: el entrenamiento, o nadie, de modo que se almacena todo o nada.
# English: 28b60c7c
model-lstm-input_gate-learned = Aprendida
# English: f803c8ac
model-lstm-input_gate-open = Siempre abierta
# English: 1d41b2bc
model-lstm-input_gate-closed = Siempre cerrada
# English: be7d1ae3
model-lstm-forget_gate-title = Puerta de olvido
# English: 9fc476ea
model-lstm-forget_gate-summary = Quién decide qué se conserva: el entrenamiento, o nadie, de modo que todo se conserva para siempre o ni un solo paso.
# English: 28b60c7c
model-lstm-forget_gate-learned = Aprendida
# English: f803c8ac
model-lstm-forget_gate-open = Siempre abierta
# English: 1d41b2bc
model-lstm-forget_gate-closed = Siempre cerrada
# English: 5c76e18b
model-lstm-output_gate-title = Puerta de salida
# English: 00c2e033
model-lstm-output_gate-summary = Quién decide qué se muestra: el entrenamiento, o nadie, de modo que se muestra todo o nada.
# English: 28b60c7c
model-lstm-output_gate-learned = Aprendida
# English: f803c8ac
model-lstm-output_gate-open = Siempre abierta
# English: 1d41b2bc
model-lstm-output_gate-closed = Siempre cerrada
# English: add97b30
model-lstm-dropout-title = Dropout
# English: 1ee169d2
model-lstm-dropout-summary = Parte de las unidades entre capas que se omite al azar al entrenar, para que el modelo no aprenda de memoria.
# English: 51e13a43
model-lstm-tap-lstm-hidden-title = Memoria mostrada
# English: 66d5b7ee
model-lstm-tap-lstm-hidden-summary = Lo que cada unidad muestra al resto de la red en cada paso.
# English: 7bc38e40
model-lstm-tap-lstm-cell-title = Estado de la celda
# English: 9af2b0ae
model-lstm-tap-lstm-cell-summary = Lo que cada unidad guarda para sí.
# English: 414dfb53
model-lstm-tap-lstm-gates-title = Puertas
# English: 762d4964
model-lstm-tap-lstm-gates-summary = Cuán abierta está cada puerta (entrada, olvido, candidato, salida) en cada paso.
# English: 2cec3584
model-lstm-tap-lstm-hidden_grad-title = Culpa
# English: 4577cfc4
model-lstm-tap-lstm-hidden_grad-summary = Con qué fuerza depende la pérdida de cada unidad en cada momento.
# English: c71e8744
model-lstm-tap-probabilities-title = Predicción
# English: 5feb23c8
model-lstm-tap-probabilities-summary = La probabilidad de cada símbolo como respuesta.
# English: 253be3b1
model-seq2seq-title = Seq2seq
# English: 25b6ec03
model-seq2seq-summary = Dos redes recurrentes: un codificador lee la fuente en su memoria, y un decodificador escribe la respuesta a partir de ella.
# English: e90a7bd5
model-seq2seq-cell-title = Celda
# English: 3d8cc8da
model-seq2seq-cell-summary = La red recurrente que lee la fuente, y la que escribe la respuesta.
# English: 96119deb
model-seq2seq-cell-gru = GRU
# English: a92db3bb
model-seq2seq-cell-lstm = LSTM
# English: afeab3bd
model-seq2seq-cell-rnn = RNN
# English: 95e9a637
model-seq2seq-embedding_size-title = Tamaño del embedding
# English: 78d6431c
model-seq2seq-embedding_size-summary = Números del vector aprendido que representa un símbolo.
# English: 7027d59a
model-seq2seq-hidden_size-title = Tamaño oculto
# English: 7524308b
model-seq2seq-hidden_size-summary = Unidades de memoria en cada capa: sin atención, todo lo que el decodificador sabe de la fuente.
# English: bc7fe97f
model-seq2seq-num_layers-title = Capas
# English: 77e48c89
model-seq2seq-num_layers-summary = Capas recurrentes en el codificador, y otras tantas en el decodificador.
# English: 08c14359
model-seq2seq-attention-title = Atención
# English: 52ed024d
model-seq2seq-attention-summary = Cómo vuelve el decodificador a mirar cada posición de la fuente: de ningún modo, o con una de las puntuaciones habituales.
# English: 304ff7fb
model-seq2seq-attention-none = Ninguna
# English: 9f8c76bc
model-seq2seq-attention-additive = Aditiva (Bahdanau)
# English: 9134596e
model-seq2seq-attention-dot = Producto escalar (Luong)
# English: 3ce14e19
model-seq2seq-attention-general = General (Luong)
# English: 5f188c18
model-seq2seq-attention-scaled = Producto escalar, con escala
# English: 7772167f
model-seq2seq-input_feeding-title = Realimentación (input feeding)
# English: 675c16c0
model-seq2seq-input_feeding-summary = Si lo que el decodificador vio en la fuente entra también en su paso siguiente, lo que lleva tiempo.
# English: 01717e58
model-seq2seq-bidirectional-title = Codificador bidireccional
# English: 95e367b8
model-seq2seq-bidirectional-summary = Si un segundo codificador lee la fuente desde el otro extremo.
# English: f61e64b4
model-seq2seq-reverse_source-title = Fuente invertida
# English: e02cfa58
model-seq2seq-reverse_source-summary = Si el codificador lee desde el final, de modo que el comienzo de la respuesta esté cerca de su fuente.
# English: add97b30
model-seq2seq-dropout-title = Dropout
# English: daf90445
model-seq2seq-dropout-summary = Parte de las unidades entre capas y antes de la respuesta que se omite al azar al entrenar, para que el modelo no aprenda de memoria.
# English: d66abafe
model-seq2seq-tap-seq2seq-attention-title = Alineamiento
# English: 88731f86
model-seq2seq-tap-seq2seq-attention-summary = A qué símbolos de la fuente mira el decodificador al escribir cada símbolo de la respuesta.
# English: b7347926
model-seq2seq-tap-seq2seq-encoder-hidden-title = Memoria del codificador
# English: ad843237
model-seq2seq-tap-seq2seq-encoder-hidden-summary = Lo que recuerda cada unidad del codificador cuando ha leído cada símbolo de la fuente.
# English: 9518c46e
model-seq2seq-tap-seq2seq-decoder-hidden-title = Memoria del decodificador
# English: ebbcda8e
model-seq2seq-tap-seq2seq-decoder-hidden-summary = Lo que recuerda cada unidad del decodificador al escribir cada símbolo.
# English: c71e8744
model-seq2seq-tap-probabilities-title = Predicción
# English: 39af124d
model-seq2seq-tap-probabilities-summary = La probabilidad de cada símbolo como el siguiente de la respuesta.
`;
