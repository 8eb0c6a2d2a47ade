// Spanish for the engine: units, training, and how models write. Above each text stands the stamp of its English (web/words/overlay.js).
export default `
# English: a5939c29
unit-numbers = números
# English: c918a49c
unit-units = unidades
# English: 8fb7915f
unit-layers = capas
# English: fbe86875
unit-channels = canales
# English: 5ed8887b
unit-positions = posiciones
# English: 160da1c3
unit-blocks = bloques
# English: 2272692c
unit-pixels = píxeles
# English: 0bc22610
unit-heads = cabezas
# English: bc9567c6
unit-points = puntos
# English: 905580d9
unit-characters = caracteres
# English: 57138941
unit-clauses = oraciones
# English: a1a95bd6
unit-reviews = reseñas
# English: d9763829
unit-marks = marcas
# English: 2c35b134
unit-steps = pasos
# English: a2622f79
unit-bits = bits
# English: f7943c6a
unit-letters = letras
# English: ea4d1190
unit-kinds = clases
# English: 619adf66
unit-pairs = pares
# English: bb41f9da
unit-letters-a-half = letras por mitad
# English: cead783f
unit-digits = cifras
# English: 2058e496
unit-examples = ejemplos
# English: 2166e5bd
unit-years = años
# English: 2bf53be5
unit-waves = ondas
# English: 34474c3b
unit-values = valores
# English: d1d746ab
unit-images = imágenes
# English: f9f16781
unit-sequences = secuencias
# English: 4d29f5b0
train-batch_size-title = Tamaño del lote
# English: aa977f05
train-batch_size-summary = Secuencias que se leen una junto a otra en cada paso.
# English: d46b8bd4
train-steps-title = Pasos
# English: ce08f615
train-steps-summary = Cuántas veces se cambian los pesos.
# English: d07208cc
train-seed-title = Semilla
# English: 198f7e10
train-seed-summary = Decide todo el azar: la misma semilla da los mismos pesos, los mismos lotes, el mismo resultado.
# English: 9e3fd972
train-eval_every-title = Probar cada
# English: e880e81d
train-eval_every-summary = Pasos entre pruebas con lo reservado del entrenamiento.
# English: 55e6294d
train-clip_norm-title = Recorte del gradiente
# English: b313e6a8
train-clip_norm-summary = Acorta un gradiente que es más largo que esto, contra saltos bruscos; 0 nunca lo hace.
# English: bd18afcb
train-label_smoothing-title = Suavizado de etiquetas
# English: d6b108b9
train-label_smoothing-summary = Parte de la certeza que se reparte entre todas las respuestas, para que ningún modelo se vuelva demasiado seguro.
# English: 8635eebd
train-teacher_forcing-title = Teacher forcing
# English: 336a2cd9
train-teacher_forcing-summary = Parte de los lotes en que un codificador-decodificador lee el comienzo correcto de la respuesta; en los demás lee el suyo.
# English: 3c9c4621
train-tier-title = Aritmética
# English: 89f34844
train-tier-summary = La rápida tarda menos, pero su redondeo puede variar de un ordenador a otro.
# English: 317c92e9
train-tier-strict = Reproducible
# English: 13253dc0
train-tier-fast = Rápida, no reproducible
# English: 586701cf
optimizer-adamw-title = AdamW
# English: 4a09e77c
optimizer-adamw-summary = Da a cada peso un paso de tamaño propio, y además encoge los pesos por separado.
# English: 51ec7f43
optimizer-adamw-lr-title = Tasa de aprendizaje
# English: a7f5da69
optimizer-adamw-lr-summary = Cuánto mueve cada paso los pesos: con una demasiado pequeña se aprende despacio; con una demasiado grande, nada.
# English: d401978f
optimizer-adamw-beta1-title = Momento (beta1)
# English: e2ff5575
optimizer-adamw-beta1-summary = Cuánto tiempo se recuerda la dirección de pasos anteriores.
# English: e2f958cf
optimizer-adamw-beta2-title = Memoria de escala (beta2)
# English: f4e1490f
optimizer-adamw-beta2-summary = Cuánto tiempo se recuerda el tamaño de gradientes anteriores.
# English: b184d7bd
optimizer-adamw-eps-title = Épsilon
# English: cbb1e49d
optimizer-adamw-eps-summary = Se suma donde el paso se divide por el tamaño del gradiente.
# English: f647621b
optimizer-adamw-weight_decay-title = Decaimiento de pesos
# English: 0df8f816
optimizer-adamw-weight_decay-summary = Encoge cada peso en esta parte de la tasa de aprendizaje en cada paso.
# English: d7fd1402
optimizer-adam-title = Adam
# English: b073aec1
optimizer-adam-summary = Da a cada peso un paso de tamaño propio.
# English: 51ec7f43
optimizer-adam-lr-title = Tasa de aprendizaje
# English: a7f5da69
optimizer-adam-lr-summary = Cuánto mueve cada paso los pesos: con una demasiado pequeña se aprende despacio; con una demasiado grande, nada.
# English: d401978f
optimizer-adam-beta1-title = Momento (beta1)
# English: e2ff5575
optimizer-adam-beta1-summary = Cuánto tiempo se recuerda la dirección de pasos anteriores.
# English: e2f958cf
optimizer-adam-beta2-title = Memoria de escala (beta2)
# English: f4e1490f
optimizer-adam-beta2-summary = Cuánto tiempo se recuerda el tamaño de gradientes anteriores.
# English: b184d7bd
optimizer-adam-eps-title = Épsilon
# English: cbb1e49d
optimizer-adam-eps-summary = Se suma donde el paso se divide por el tamaño del gradiente.
# English: f647621b
optimizer-adam-weight_decay-title = Decaimiento de pesos
# English: 354f694f
optimizer-adam-weight_decay-summary = Suma esta parte de cada peso a su gradiente.
# English: cd2aa40b
optimizer-sgd-title = SGD con momento
# English: 652037ed
optimizer-sgd-summary = Sigue el gradiente, rodando como una bola.
# English: 51ec7f43
optimizer-sgd-lr-title = Tasa de aprendizaje
# English: a7f5da69
optimizer-sgd-lr-summary = Cuánto mueve cada paso los pesos: con una demasiado pequeña se aprende despacio; con una demasiado grande, nada.
# English: 3079cfef
optimizer-sgd-momentum-title = Momento
# English: 3942ab1c
optimizer-sgd-momentum-summary = Parte del último paso que se suma al siguiente.
# English: f647621b
optimizer-sgd-weight_decay-title = Decaimiento de pesos
# English: 354f694f
optimizer-sgd-weight_decay-summary = Suma esta parte de cada peso a su gradiente.
# English: 02ddab45
schedule-constant-title = Constante
# English: 9b12c945
schedule-constant-summary = La misma tasa de aprendizaje todo el tiempo.
# English: 94eeb57a
schedule-constant-warmup-title = Calentamiento
# English: 4e511d7c
schedule-constant-warmup-summary = Pasos al principio durante los que la tasa de aprendizaje sube desde casi nada.
# English: fba0b4a2
schedule-cosine-title = Coseno
# English: 20b025f8
schedule-cosine-summary = Baja despacio, después más deprisa, después despacio otra vez (medio coseno).
# English: 94eeb57a
schedule-cosine-warmup-title = Calentamiento
# English: 4e511d7c
schedule-cosine-warmup-summary = Pasos al principio durante los que la tasa de aprendizaje sube desde casi nada.
# English: b977bcae
schedule-cosine-final_fraction-title = Al final
# English: 2fc7e078
schedule-cosine-final_fraction-summary = Parte de la tasa de aprendizaje que queda en el último paso.
# English: f8251599
schedule-cosine-span-title = Baja durante
# English: 82c541a5
schedule-cosine-span-summary = Pasos hasta que la tasa de aprendizaje ha bajado; 0: todos los que se planearon al principio, de modo que seguir entrenando no tuerce el camino.
# English: fccc59e0
schedule-linear-title = Lineal
# English: 7b78e203
schedule-linear-summary = Baja por igual del primer paso al último.
# English: 94eeb57a
schedule-linear-warmup-title = Calentamiento
# English: 4e511d7c
schedule-linear-warmup-summary = Pasos al principio durante los que la tasa de aprendizaje sube desde casi nada.
# English: b977bcae
schedule-linear-final_fraction-title = Al final
# English: 2fc7e078
schedule-linear-final_fraction-summary = Parte de la tasa de aprendizaje que queda en el último paso.
# English: f8251599
schedule-linear-span-title = Baja durante
# English: 82c541a5
schedule-linear-span-summary = Pasos hasta que la tasa de aprendizaje ha bajado; 0: todos los que se planearon al principio, de modo que seguir entrenando no tuerce el camino.
# English: cf3489f8
generation-prompt-title = Comienzo
# English: 9286bfab
generation-prompt-summary = El texto que se continúa.
# English: cc5e1935
generation-tokens-title = Longitud
# English: b92530b9
generation-tokens-summary = Caracteres que escribir.
# English: efd604d5
generation-temperature-title = Temperatura
# English: e1c8041a
generation-temperature-summary = 0 toma siempre el carácter más probable; cuanto más alta, más atrevido el texto.
# English: 8100ee0d
generation-top_k-title = Top k
# English: c79f06a7
generation-top_k-summary = Elegir entre este número de caracteres, los más probables; 0: entre todos.
# English: d07208cc
generation-seed-title = Semilla
# English: efc2d67a
generation-seed-summary = Decide la elección: la misma semilla escribe el mismo texto.
`;
