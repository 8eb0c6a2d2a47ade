// Spanish for the engine: models with attention, and what came after. Above each text stands the stamp of its English (web/words/overlay.js).
export default `
# English: 4a3b9698
model-transformer-title = Transformer
# English: a7a72220
model-transformer-summary = Ninguna memoria que reescribir: cada símbolo mira a todos los demás, en un decodificador a todos los anteriores, y toma lo que necesita.
# English: a18165a4
model-transformer-topology-title = Topología
# English: 4c46e7d6
model-transformer-topology-summary = Un decodificador lee de izquierda a derecha; un codificador lo ve todo a la vez; juntos, el decodificador escribe mientras mira lo que leyó el codificador.
# English: 2ead50ef
model-transformer-topology-decoder = Decodificador (GPT)
# English: 85216d53
model-transformer-topology-encoder = Codificador (BERT)
# English: c0474cff
model-transformer-topology-encoder-decoder = Codificador y decodificador (2017)
# English: 3b42dfbf
model-transformer-d_model-title = Ancho
# English: 483c5926
model-transformer-d_model-summary = Números que representan cada símbolo dentro del modelo.
# English: b3f800b0
model-transformer-num_heads-title = Cabezas
# English: 7380a036
model-transformer-num_heads-summary = Patrones de atención, uno junto a otro, en cada capa; se reparten el ancho, así que su número tiene que ser un divisor de él.
# English: be44b79f
model-transformer-num_kv_heads-title = Cabezas de claves
# English: d44c72de
model-transformer-num_kv_heads-summary = Cabezas de claves y valores que las cabezas comparten por grupos; su número tiene que ser un divisor del de cabezas; 0: tantas como cabezas.
# English: bc7fe97f
model-transformer-num_layers-title = Capas
# English: e48a8794
model-transformer-num_layers-summary = Rondas de atención y red prealimentada.
# English: cf1e3471
model-transformer-d_ff-title = Ancho de la red prealimentada
# English: f80a4c54
model-transformer-d_ff-summary = Unidades de la pequeña red que trabaja en cada lugar por separado.
# English: 1f26673c
model-transformer-norm-title = Normalización de capa
# English: 4fa623f9
model-transformer-norm-summary = Si cada bloque normaliza lo que lee o lo que ha sumado: hacerlo antes facilita el entrenamiento.
# English: ee89b493
model-transformer-norm-pre = Antes (pre-norm)
# English: 322df0cf
model-transformer-norm-post = Después (post-norm)
# English: 4459c6ea
model-transformer-normalisation-title = Tipo de normalización
# English: c9449f13
model-transformer-normalisation-summary = LayerNorm centra y escala lo que normaliza; RMSNorm solo escala, que es más sencillo.
# English: 88afe048
model-transformer-normalisation-layer_norm = LayerNorm
# English: 335f06d3
model-transformer-normalisation-rms_norm = RMSNorm
# English: 304ff7fb
model-transformer-normalisation-none = Ninguna
# English: 16a6f94f
model-transformer-residual-title = Conexiones residuales
# English: 6bd566f1
model-transformer-residual-summary = Cada parte de un bloque suma algo a lo que lee, en vez de ocupar su lugar.
# English: e73f681b
model-transformer-position-title = Posiciones
# English: b495c02f
model-transformer-position-summary = Cómo sabe el modelo en qué lugar de la secuencia está un símbolo.
# English: 28b60c7c
model-transformer-position-learned = Aprendida
# English: dffe1cda
model-transformer-position-sinusoidal = Sinusoidal
# English: adc595ab
model-transformer-position-rope = Rotatoria (RoPE)
# English: 4f4ffcde
model-transformer-position-alibi = Distancia (ALiBi)
# English: 304ff7fb
model-transformer-position-none = Ninguna
# English: 08c14359
model-transformer-attention-title = Atención
# English: c91b6d90
model-transformer-attention-summary = Softmax pondera cada par de lugares; la atención lineal va acumulando en su lugar una suma, cuyo trabajo crece con la longitud y no con su cuadrado.
# English: fc27dbe9
model-transformer-attention-softmax = Softmax
# English: fccc59e0
model-transformer-attention-linear = Lineal
# English: 217aca3d
model-transformer-activation-title = Activación
# English: 35e757da
model-transformer-activation-summary = Lo que curva las sumas en la red prealimentada; SwiGLU tiene un segundo juego de sumas como puerta.
# English: 7f521eae
model-transformer-activation-gelu = GELU
# English: 7a7628f3
model-transformer-activation-relu = ReLU
# English: d673de44
model-transformer-activation-swiglu = SwiGLU
# English: 6a52a57a
model-transformer-tied-title = Embedding compartido
# English: 872376dd
model-transformer-tied-summary = Usa el embedding de entrada también como capa de salida: menos parámetros.
# English: add97b30
model-transformer-dropout-title = Dropout
# English: 2e75c2eb
model-transformer-dropout-summary = Parte de los números que se omite al azar al entrenar, para que el modelo no aprenda de memoria.
# English: 08c14359
model-transformer-tap-transformer-attention-title = Atención
# English: 7c71902a
model-transformer-tap-transformer-attention-summary = A qué otros mira cada símbolo, para cada cabeza: en un decodificador, solo a los anteriores.
# English: d66abafe
model-transformer-tap-transformer-cross_attention-title = Alineamiento
# English: b59cf970
model-transformer-tap-transformer-cross_attention-summary = A qué símbolos de la fuente mira cada símbolo de la respuesta, para cada cabeza.
# English: fefe3714
model-transformer-tap-transformer-encoder-attention-title = Atención en la fuente
# English: 8af51b19
model-transformer-tap-transformer-encoder-attention-summary = A qué otros símbolos de la fuente mira cada uno de ellos, para cada cabeza.
# English: c71e8744
model-transformer-tap-probabilities-title = Predicción
# English: 9ce6d75a
model-transformer-tap-probabilities-summary = La probabilidad de cada carácter como el siguiente.
# English: e2bb01f4
model-set_transformer-title = Set Transformer
# English: 57a91aed
model-set_transformer-summary = Atención sin posiciones: los miembros de un conjunto se miran entre sí, y su orden no puede importar.
# English: bd074002
model-set_transformer-block-title = Bloque
# English: 2025c4c0
model-set_transformer-block-summary = Cómo se miran los miembros de un conjunto: cada uno a todos los demás, o todos a unos pocos puntos aprendidos que los han mirado.
# English: ad56131f
model-set_transformer-block-sab = De todos a todos (SAB)
# English: 0ba22705
model-set_transformer-block-isab = Puntos inductores (ISAB)
# English: 80556919
model-set_transformer-num_inducing-title = Puntos inductores
# English: fd85426e
model-set_transformer-num_inducing-summary = Puntos aprendidos en cada bloque: cuantos menos, menos trabajo con conjuntos grandes.
# English: 3b42dfbf
model-set_transformer-d_model-title = Ancho
# English: 12d24300
model-set_transformer-d_model-summary = Números que representan cada miembro dentro del modelo.
# English: b3f800b0
model-set_transformer-num_heads-title = Cabezas
# English: 5b7a5972
model-set_transformer-num_heads-summary = Patrones de atención, uno junto a otro, en cada bloque; se reparten el ancho, así que su número tiene que ser un divisor de él.
# English: bc7fe97f
model-set_transformer-num_layers-title = Capas
# English: 5f517fbf
model-set_transformer-num_layers-summary = Bloques entre los miembros, antes de agruparlos.
# English: cf1e3471
model-set_transformer-d_ff-title = Ancho de la red prealimentada
# English: bac6efe7
model-set_transformer-d_ff-summary = Unidades de la pequeña red que trabaja en cada miembro por separado.
# English: 1f26673c
model-set_transformer-layer_norm-title = Normalización de capa
# English: 8dc52345
model-set_transformer-layer_norm-summary = Normaliza tras cada parte de un bloque.
# English: add97b30
model-set_transformer-dropout-title = Dropout
# English: 2e75c2eb
model-set_transformer-dropout-summary = Parte de los números que se omite al azar al entrenar, para que el modelo no aprenda de memoria.
# English: 08c14359
model-set_transformer-tap-set_transformer-attention-title = Atención
# English: ab51a4e1
model-set_transformer-tap-set_transformer-attention-summary = A qué mira cada miembro del conjunto, para cada cabeza: a otros miembros, o a puntos inductores.
# English: 80556919
model-set_transformer-tap-set_transformer-inducing-attention-title = Puntos inductores
# English: 3e6c1878
model-set_transformer-tap-set_transformer-inducing-attention-summary = A qué miembros mira cada punto inductor, para cada cabeza.
# English: e58ccd75
model-set_transformer-tap-set_transformer-pooling-attention-title = Agrupación
# English: 84dfae7f
model-set_transformer-tap-set_transformer-pooling-attention-summary = De qué miembros se toma cada respuesta, para cada cabeza.
# English: dbc5d58c
model-state_space-title = Espacio de estados
# English: 62173ce9
model-state_space-summary = Lo que vino después: una recurrencia sin curva, tan sencilla que se puede calcular de una vez para toda una secuencia, con las curvas entre sus capas.
# English: f95e59ff
model-state_space-cell-title = Recurrencia
# English: 95bbb0a6
model-state_space-cell-summary = Cómo cambia la memoria de un paso a otro: con puertas que solo miran la entrada, o siempre igual, cada unidad se apaga a su ritmo y, si es compleja, gira.
# English: 601f03e9
model-state_space-cell-min_gru = minGRU
# English: 2994a3b1
model-state_space-cell-min_lstm = minLSTM
# English: 943d1446
model-state_space-cell-diagonal = Diagonal, compleja
# English: 7b0f0966
model-state_space-cell-diagonal_real = Diagonal, real
# English: 7027d59a
model-state_space-hidden_size-title = Tamaño oculto
# English: ebbd690d
model-state_space-hidden_size-summary = Números que representan una posición en cada capa.
# English: c9b464cb
model-state_space-state_size-title = Tamaño del estado
# English: faa21208
model-state_space-state_size-summary = Unidades de memoria en cada capa diagonal.
# English: bc7fe97f
model-state_space-num_layers-title = Capas
# English: 48ed8f63
model-state_space-num_layers-summary = Capas recurrentes, cada una suma algo a lo que dio la de abajo.
# English: 1e530e7a
model-state_space-mlp_ratio-title = Pequeña red
# English: fd225b3c
model-state_space-mlp_ratio-summary = Tras cada recurrencia, una pequeña red de tantas veces el tamaño oculto trabaja en cada posición; 0: ninguna.
# English: add97b30
model-state_space-dropout-title = Dropout
# English: e1c32306
model-state_space-dropout-summary = Parte de lo que suma cada capa que se omite al azar al entrenar, para que el modelo no aprenda de memoria.
# English: bc74998d
model-state_space-min_radius-title = Memoria mínima
# English: 6d8a91aa
model-state_space-min_radius-summary = Cuánto conserva de un paso a otro la unidad más olvidadiza antes de entrenar.
# English: 45ab104d
model-state_space-max_radius-title = Memoria máxima
# English: 2475c16e
model-state_space-max_radius-summary = Cuánto conserva de un paso a otro la unidad más duradera antes de entrenar.
# English: dbfd0d91
model-state_space-max_angle-title = Giro máximo
# English: 3450d6c9
model-state_space-max_angle-summary = Cuánto gira en un paso la unidad más rápida antes de entrenar, en radianes: ángulos pequeños convienen a cambios lentos.
# English: 58f879ce
model-state_space-tap-state_space-hidden-title = Memoria
# English: 1be2b470
model-state_space-tap-state_space-hidden-summary = Lo que recuerda cada unidad en cada paso.
# English: 2cec3584
model-state_space-tap-state_space-hidden_grad-title = Culpa
# English: 4577cfc4
model-state_space-tap-state_space-hidden_grad-summary = Con qué fuerza depende la pérdida de cada unidad en cada momento.
# English: c71e8744
model-state_space-tap-probabilities-title = Predicción
# English: 5feb23c8
model-state_space-tap-probabilities-summary = La probabilidad de cada símbolo como respuesta.
`;
